import { tellTaken } from '../../../../nodes/Truecaller/resources/event/toRow';

describe('the hint after sending test events', () => {
	it('says where to look when all were taken', () => {
		expect(tellTaken([{ taken: true }])).toBe(
			'1 event taken. Next: look at the executions of the trigger’s workflow.',
		);
	});

	it('counts those that were taken where some were not', () => {
		expect(tellTaken([{ taken: true }, { taken: false }, { taken: true }])).toBe(
			'2 of 3 events taken. Next: follow the advice of the others.',
		);
	});

	it('is none where nothing was sent', () => {
		expect(tellTaken([])).toBeUndefined();
	});
});
