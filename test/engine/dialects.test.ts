import fc from 'fast-check';
import type { IDataObject, INode } from 'n8n-workflow';

import { manyCustomers, personaliseCall } from '../support/calls';
import { combinations, LEAST_FAVOURABLE, requestsOf } from '../support/dialects';
import { changeNumbers } from '../support/numbers';
import { setStage } from '../support/sandbox';
import type { Stage } from '../support/sandbox';

it('x', async () => {
	const stage = await setStage();
	stage.sandbox.control.settings(LEAST_FAVOURABLE.settings);
	const run = async (parameters: INode['parameters'], items?: IDataObject[]) => {
		const before = requestsOf(stage.sandbox).length;
		const out = await stage.engine.runNode({ parameters, items });
		console.log(
			out.error?.message,
			JSON.stringify(out.items.slice(0, 2).map(({ json }) => json)),
			JSON.stringify(out.run.data.resultData.runData.Truecaller?.[0]?.hints),
			requestsOf(stage.sandbox)
				.slice(before)
				.map(({ route, status, answer, bodyText }: never) => `${route} ${status}`),
		);
	};
	await run(personaliseCall(), manyCustomers(3));
	await run(personaliseCall({ operation: 'personaliseBulk' }), manyCustomers(1201));
	await run(
		personaliseCall({ operation: 'personaliseBulk', waitUntilFinished: true, maxWait: 10 }),
		manyCustomers(3),
	);
	await run(changeNumbers('list', '+912268012345, +912268012346'));
	await run(
		changeNumbers(
			'sync',
			'+912268012345, +912268012346',
			{ mode: 'apply' },
			{ allowEmpty: true, maxRemovals: 1000 },
		),
	);
	await stage.sandbox.close();
}, 60000);
