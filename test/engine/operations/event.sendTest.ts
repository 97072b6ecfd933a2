import { WORD, setTriggerStage } from '../../support/trigger';
import type { Proof } from '../proof';

const send = { resource: 'event', operation: 'sendTest' };

export const proof: Proof = {
	outputs: async (run) => {
		const trigger = await setTriggerStage();
		const asked = { ...send, webhookUrl: trigger.url };
		const answered = await run({ ...asked, webhookKey: WORD });
		await trigger.close();
		return [...answered, ...(await run(asked))];
	},
	// It sends nothing to Truecaller, so no fault of Truecaller can meet it.
	faults: {},
};
