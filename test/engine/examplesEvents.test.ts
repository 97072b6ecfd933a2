import { exampleNames, exampleWorkflow } from '../../playground/n8n/seed';
import { readEventOrder } from '../../sandbox/webhooks/order';
import type { ScenarioName } from '../../nodes/Truecaller/simulation/events/scenarios';
import { onlyItem, setTriggerStage } from '../support/trigger';

const triggerType = 'n8n-nodes-truecaller.truecallerTrigger';
const whenMs = Date.parse('2025-07-31T12:39:20+05:30');
const answers: ScenarioName[] = [
	'slotPicker',
	'noNumber',
	'noSlotPicker',
	'noSlotPickerNoNumber',
	'notInterested',
];
const samples: ScenarioName[] = [...answers, 'userFeedback'];

const triggersOf = (name: string) =>
	exampleWorkflow(name).nodes.filter(({ type }) => type === triggerType);
const withTrigger = exampleNames().filter((name) => triggersOf(name).length > 0);

/** What the trigger makes of an event that the sandbox delivers. */
const itemOf = async (scenario: ScenarioName) => {
	const trigger = await setTriggerStage();
	try {
		const fields = {
			event_id: `860a7f4c-6545-40f1-85be-3655edde65${String(samples.indexOf(scenario)).padStart(2, '0')}`,
		};
		await trigger.deliver(readEventOrder({ scenario, fields }, whenMs).bodyText);
		return onlyItem(trigger);
	} finally {
		await trigger.close();
	}
};

describe('the sample events of the examples', () => {
	test.each(withTrigger)('of %s are what the sandbox delivers', async (name) => {
		const { pinData } = exampleWorkflow(name) as {
			pinData?: Record<string, Array<{ json: object }>>;
		};
		for (const trigger of triggersOf(name)) {
			const events = trigger.parameters.events as string[];
			const scenarios = samples.filter((scenario) =>
				events.includes(answers.includes(scenario) ? 'callMeBack' : 'userFeedback'),
			);
			const delivered = await Promise.all(scenarios.map(itemOf));
			expect(pinData?.[trigger.name]?.map(({ json }) => json)).toEqual(delivered);
		}
	});
});
