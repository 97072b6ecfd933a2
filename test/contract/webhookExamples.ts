/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test is a Node program, never shipped */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where, when and how surely it was seen. */
type Seen = { title: string; source: string; date: string; certainty: string; notes: string };

export type EventExample = Seen & { event: Record<string, unknown> };
export type AnswersExample = Seen & {
	answers: Array<{
		title: string;
		status: number;
		contentType: string | null;
		body: string;
		taken: boolean;
		words?: string;
	}>;
};
export type RetriesExample = Seen & { minutesAfterThePrevious: number[] };

const FOLDER = join(__dirname, 'examples', 'webhooks');

const read = (name: string) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));

export const allExamples = (): Seen[] => readdirSync(FOLDER).map(read);
export const printedEvent = (): EventExample => read('callMeBack.slotPicker.json');
export const statedAnswers = (): AnswersExample => read('answers.json');
export const statedRetries = (): RetriesExample => read('retries.json');
