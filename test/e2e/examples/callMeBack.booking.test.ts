import { Refusal } from '../../support/thirdParties';
import { openJourney, withFields, type Journey } from './journey';

const eventsAt = 'POST www.googleapis.com/calendar/v3/calendars/primary/events';
const dialledAt = 'POST dialler.example.com/calls';
const halfHour = 1_800;

describe('call me back, with a calendar and a dialler', () => {
	let journey: Journey;
	beforeEach(async () => {
		journey = await openJourney('call-me-back', {
			[eventsAt]: { id: 'e1' },
			[dialledAt]: { queued: true },
		});
	});
	afterEach(async () => {
		expect(journey.parties.unplanned).toEqual([]);
		await journey.close();
	});

	/** A customer who asks to be called back now. */
	const askNow = async () => {
		const copy = await journey.create({
			'Book the slot': () => ({ disabled: false }),
			Settings: withFields({ diallerUrl: 'https://dialler.example.com/calls' }),
		});
		await copy.publish();
		const from = Math.floor(Date.now() / 1_000) - 60;
		const execution = await copy.deliver({
			fields: {
				event_id: `now-${from}`,
				preferred_from_time: String(from),
				preferred_to_time: String(from + halfHour),
			},
		});
		expect([execution.status, execution.error?.message]).toEqual(['success', undefined]);
		return execution;
	};
	const dialled = () => journey.parties.calls(dialledAt).map(({ body }) => body);

	test('books the slot and dials when it begins', async () => {
		const execution = await askNow();
		expect(journey.parties.calls(eventsAt).map(({ body }) => body.summary)).toEqual([
			'Call back: Asha Rao',
		]);
		expect(dialled()).toEqual([
			{ from: '+911140000101', to: '+919876543210', reference: expect.stringMatching(/^now-/) },
		]);
		expect(execution.items('Call placed')).toHaveLength(1);
	});

	test('dials nobody in a test run, whose samples may be the numbers of somebody', async () => {
		const copy = await journey.create({
			Settings: withFields({ diallerUrl: 'https://dialler.example.com/calls' }),
		});
		const execution = await copy.run('Truecaller Trigger');
		expect([execution.status, execution.items('Call by hand').length, dialled()]).toEqual([
			'success',
			4,
			[],
		]);
	});

	test('is called by hand when the dialler refuses, and called without an entry when the calendar does', async () => {
		journey.parties.reply({ [eventsAt]: new Refusal(503), [dialledAt]: new Refusal(503) });
		const execution = await askNow();
		expect([
			execution.items('Call placed').length,
			execution.items('Call by hand').length,
			dialled().length,
		]).toEqual([0, 1, 1]);
		expect(execution.items('Task for the owner')).toHaveLength(1);
		expect(journey.parties.calls(eventsAt)).toHaveLength(1);
	});
});
