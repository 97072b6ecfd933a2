import type { INode } from 'n8n-workflow';

import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

const LABEL = '255297eb-7f13-44f9-967a-f287ff0f5025';

const call: INode['parameters'] = {
	resource: 'callPersonalisation',
	operation: 'personalise',
	callerNumber: '+91 22 6801 2345',
	receiverNumber: '={{ $json.phone }}',
	label: { __rl: true, mode: 'list', value: LABEL },
	callReason: 'Your flower delivery today',
	options: { defaultCountry: 'IN' },
};

const customers = (...phones: unknown[]) => phones.map((phone) => ({ phone }) as { phone: string });

let stage: Stage;
beforeEach(async () => {
	stage = await setStage();
});
afterEach(async () => {
	await stage.sandbox.close();
});

describe('personalising a call', () => {
	it('says for each customer what became of the call, in the order of the list', async () => {
		const phones = ['+91 98765-41000', '098765 40001', '9876540002', '0091 98765 40003', '(+91) 98765 40004', '+919876540005', '+919876540006', '+919876540007'];
		const { items, error } = await stage.engine.runNode({ parameters: call, items: customers(...phones) });
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => [json.outcome, json.reason])).toEqual([
			['pushed', null],
			['cannotShow', 'notTruecallerUser'],
			['cannotShow', 'osNotSupported'],
			['cannotShow', 'appVersionNotSupported'],
			['tryAgain', 'failedToPush'],
			['refused', 'invalidInput'],
			['unknown', 'noAnswer'],
			['unknown', 'serverFault'],
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(phones.map((_phone, item) => ({ item })));
		expect(stage.sandbox.control.received('token')).toHaveLength(1);
		expect(stage.sandbox.control.received('realTimeV2')).toHaveLength(8);
	});
});
