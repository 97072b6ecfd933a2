import type { IDataObject, INode } from 'n8n-workflow';

import { customers, personaliseCall } from '../../../support/calls';
import type { Row } from '../expected/cells';
import type { SetUp } from './setUp';

export const PEOPLE = customers('9876540000', '9876540010', '9876540020');

export const BAD_INPUT = { slug: 'invalid-input', message: 'the request is invalid' };
const BAD_BATCH = {
	status_info: {
		status: 'error',
		field: 'call_records',
		message: 'Request body is invalid: call_records is empty',
	},
};

export const tellOutcome = ({ outcome, reason }: IDataObject): string =>
	typeof reason === 'string' ? `${String(outcome)}/${reason}` : String(outcome);

export type Version = 'v3' | 'v2' | 'v1';

/** The sandbox's name of the route that takes a batch. */
export const batchRoute = (apiVersion: Version): string => `batch${apiVersion.toUpperCase()}`;

/** Three calls in one batch. */
export const bulk = (
	apiVersion: Version,
	expected: Row,
	more: INode['parameters'] = {},
): SetUp => ({
	expected,
	watched: batchRoute(apiVersion),
	passes: 0,
	parameters: personaliseCall({ operation: 'personaliseBulk', ...more }, { apiVersion }),
	items: PEOPLE,
	tell: tellOutcome,
	errorInside: apiVersion === 'v1' ? BAD_INPUT : BAD_BATCH,
	wrongTypes: { batch_id: 17, status: true, message: 5 },
});

const BATCH_NOT_FOUND = {
	status_info: { status: 'error', field: 'batchId', message: 'batch not found' },
};

/** Asking for the status of a batch, where the first question is answered. */
export const ofStatus = (apiVersion: Version) => ({
	watched: `${batchRoute(apiVersion)}Status`,
	passes: 1,
	errorInside:
		apiVersion === 'v1' ? { slug: 'not-found-error', message: 'batch not found' } : BATCH_NOT_FOUND,
	wrongTypes: { data: { 0: 'pushed' } },
});
