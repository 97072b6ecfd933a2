import { setTriggerStage } from '../support/trigger';
import type { TriggerSetUp, TriggerStage } from '../support/trigger';

const NO_KEY_MESSAGE =
	"Anybody could send events to this workflow: enter a Webhook Key in the Truecaller API credential (at least 16 characters, only A–Z, a–z, 0–9, - and _), or set 'Authentication' to None";
const BAD_KEY_MESSAGE =
	'The Webhook Key in the Truecaller API credential cannot be used: it needs at least 16 characters, only A–Z, a–z, 0–9, - and _';
const SPACE_MESSAGE =
	'The Webhook Key in the Truecaller API credential has a space or a line break before or after it: remove it there, and in the URL that you registered';

let trigger: TriggerStage;
const setUp = async (by: TriggerSetUp = {}) => (trigger = await setTriggerStage(by));
afterEach(async () => await trigger.close());

describe('publishing', () => {
	const refusal = async (by: TriggerSetUp) =>
		await (await setUp(by)).publish().then(
			() => 'published',
			(error: Error) => error.message,
		);

	it.each([
		['without a key', { key: '' }, NO_KEY_MESSAGE],
		['with a key of 15 characters', { key: 'fifteen-letters' }, BAD_KEY_MESSAGE],
		['with a key that a URL would change', { key: 'flowers and+16%more' }, BAD_KEY_MESSAGE],
		['with a key that has a space behind it', { key: 'sixteen_letters- ' }, SPACE_MESSAGE],
		['with a key that has a line break before it', { key: '\nsixteen_letters-' }, SPACE_MESSAGE],
		['without a credential', { key: null }, 'Node does not have any credentials set'],
		[
			'with a time zone that does not exist',
			{ parameters: { options: { timezone: 'Asia/Atlantis' } } },
			'\'Timezone\' "Asia/Atlantis" is not the name of a time zone: write a name such as Asia/Kolkata',
		],
		[
			'in a workflow with a time zone that does not exist',
			{ timezone: 'Asia/Kolkatta' },
			'The time zone of this workflow, "Asia/Kolkatta", is not the name of a time zone: choose one in the workflow\'s settings',
		],
		[
			'with a country that does not exist',
			{ parameters: { options: { defaultCountry: 'Atlantis' } } },
			'\'Default Country\' "Atlantis" is not a country: write a name or code such as IN',
		],
		[
			'with a business number in words',
			{ parameters: { options: { businessNumbers: '+91 22 6801 2345, sales' } } },
			"'Business Numbers' has an entry that is not a phone number: separate numbers with commas",
		],
	])('is refused %s', async (_title, by, message) => {
		expect(await refusal(by)).toBe(message);
	});

	it.each([
		['with a key', {}],
		['with a key of 16 characters', { key: 'sixteen_letters-' }],
		[
			'without a key and without authentication',
			{ key: null, parameters: { authentication: 'none' } },
		],
		[
			'with options that can be read',
			{
				parameters: {
					options: { timezone: ' Asia/Tokyo ', businessNumbers: '022 6801 2345; +1 650 253 0000' },
				},
			},
		],
	])('is possible %s', async (_title, by) => {
		expect(await refusal(by)).toBe('published');
	});

	it('is possible with a time zone of its own, whatever that of the workflow is', async () => {
		const parameters = { options: { timezone: 'Asia/Tokyo', defaultCountry: 'in' } };
		expect(await refusal({ timezone: 'Asia/Kolkatta', parameters })).toBe('published');
	});

	it('can always be undone', async () => {
		await setUp({ key: '' });
		expect(await trigger.unpublish()).toBe(true);
	});
});
