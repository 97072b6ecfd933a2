import type { IDataObject } from 'n8n-workflow';

import { FEATURE_SET_STATUS } from '../../../api/facts/words';
import { readWord } from '../../../api/reading/words';
import { count, namesOf, ok, skipped } from '../check';
import type { Finding } from '../check';
import { isForbidden, isOfLogin } from '../readings';
import type { Reading, Readings } from '../readings';

export const NO_ACCESS: Finding = {
	result: 'warning',
	message: 'This API key has no access to Number Management',
	advice:
		'Calls can be personalised without it. To list numbers here, give the key that access in the Truecaller console, under Manage API Keys. If it cannot be chosen there, ask cs@truecaller.com whether your package includes Number Management.',
};

const NONE: Finding = {
	result: 'warning',
	message: 'This account has no feature set, so no number can be listed',
	advice:
		'Make a feature set in the Truecaller console, then list your numbers in it. Calls can be personalised without it.',
	details: { total: 0, drafts: 0, draftNames: [], hasMore: false },
};

const judge = ({ rows, hasMore }: Extract<Reading<IDataObject>, { ok: true }>): Finding => {
	if (rows.length === 0) return NONE;
	const drafts = rows.filter(({ status }) => readWord(FEATURE_SET_STATUS, status) === 'draft');
	const details = {
		total: rows.length,
		drafts: drafts.length,
		draftNames: namesOf(drafts),
		hasMore,
	};
	const has = `This account has ${hasMore ? 'at least ' : ''}${count(rows.length, 'feature set')}`;
	if (drafts.length === 0) return ok(has, details);
	const isAll = drafts.length === rows.length;
	return {
		result: 'warning',
		message: isAll
			? `${has}, and ${drafts.length === 1 ? 'it is a draft' : 'all of them are drafts'}`
			: `${has}, and ${drafts.length} of them ${drafts.length === 1 ? 'is a draft' : 'are drafts'}`,
		advice:
			'A draft is not in use yet. It is published with the first number that is listed in it: use Number → List on Truecaller, or publish it in the Truecaller console.',
		details,
	};
};

/**
 * Checks the feature sets, which hold an account's numbers and its settings for Call Me Back and
 * User Feedback.
 */
export const checkFeatureSets = ({ labels, featureSets }: Readings): Finding => {
	if (!featureSets || (!labels.ok && isOfLogin(labels.failure))) return skipped('login');
	if (featureSets.ok) return judge(featureSets);
	const { failure, problem } = featureSets;
	if (isOfLogin(failure)) return skipped('login');
	if (isForbidden(failure)) return NO_ACCESS;
	return {
		result: 'failed',
		message: `The feature sets could not be read: ${problem.message}`,
		advice: problem.todo,
	};
};
