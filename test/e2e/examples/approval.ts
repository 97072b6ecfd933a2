import axios from 'axios';
import { until, type Journey } from './journey';

export const slackAt = 'POST slack.com/api/chat.postMessage';
/** n8n takes a program that follows links for Slack's preview, and no decision from it. */
const browser =
	'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

/** Presses a button of the first message in Slack, as a person would. */
export async function decide(journey: Journey, words: string): Promise<void> {
	await until('somebody is asked', () => journey.parties.calls(slackAt).length > 0);
	const url = addressBehind(words, journey.parties.calls(slackAt)[0]?.body);
	// n8n takes a decision once the execution has gone to sleep.
	await until(
		'the decision is taken',
		async () =>
			(
				await axios.get(url, {
					proxy: false,
					validateStatus: () => true,
					headers: { 'user-agent': browser },
				})
			).status === 200,
	);
}

function addressBehind(words: string, message: unknown): string {
	const text = JSON.stringify(message).replaceAll('\\"', '"').replaceAll('\\\\', '\\');
	const [, url = ''] = new RegExp(`"text":"${words}"[^}]*}[^}]*"url":"([^"]+)"`).exec(text) ?? [];
	return url;
}
