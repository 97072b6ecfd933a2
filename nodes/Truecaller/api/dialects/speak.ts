import type { IDataObject } from 'n8n-workflow';

import type { Endpoint } from '../facts/endpoints';
import type { Findings } from './findings';
import { findNamed } from './judging';
import type { Memory } from './memory';
import { search } from './search';
import { sendOnce } from './sendOnce';
import type { Request } from './sendOnce';
import type { OpenContent, SendPlain, Speak, Speaker } from './speech';

/**
 * Creates `send`. It sends a request in the form that the account is known to accept, or else in
 * the documented form. It sends the next documented form only after a refusal that names the form,
 * because such a request cannot have worked. If every form is refused, it returns the first
 * refusal.
 */
export const createSpeak = (send: SendPlain, memory: Memory, findings: Findings): Speak => {
	const speak: Speak = async <Body extends IDataObject>(
		endpoint: Endpoint,
		content: OpenContent<Body> = {},
	) => {
		const request: Request<Body> = { endpoint, content };
		const speaker: Speaker = { send, speak, memory, findings };
		const talk = async () => {
			const first = await sendOnce(request, speaker);
			const isNamed = findNamed(first, first.chosen, memory).length > 0;
			return isNamed ? await search(first, request, speaker) : first;
		};
		const { openForms } = content;
		return openForms ? await memory.placeOf(openForms.place).first(talk) : await talk();
	};
	return speak;
};
