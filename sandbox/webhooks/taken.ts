import { findRefusal as findRefusalOfAnswer } from '../../nodes/Truecaller/simulation/events/taken';
import type { Settings } from '../settings/settings';
import type { Reply } from './post';

/** Returns why a delivery does not count as delivered, or undefined if it does. */
export function findRefusal(
	reply: Reply,
	{ webhookTakenStatus }: Pick<Settings, 'webhookTakenStatus'>,
): string | undefined {
	if ('failure' in reply) return reply.failure;
	const { status } = reply;
	if (webhookTakenStatus === '200' && status !== 200) return `the status is ${status} and not 200`;
	return findRefusalOfAnswer(reply);
}
