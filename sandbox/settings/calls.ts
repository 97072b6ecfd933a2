import type { CallSettings } from '../../nodes/Truecaller/simulation/settings/settings';
import { either, httpStatus, listOf, oneOf, wholeNumber, yesOrNo } from '../requirements';
import type { Requirement } from '../requirements';

/** Limits memory, because each label is created. */
const MOST_LABELS = 100_000;

export const callRequirements = (
	routes: readonly string[],
): Record<keyof CallSettings, Requirement> => ({
	newLoginEndsFormerToken: yesOrNo,
	legacyBadToken: yesOrNo,
	deliveryFailureStatus: httpStatus,
	invalidRecordStatus: httpStatus,
	dialect: oneOf('status_info', 'statusInfo', 'flat'),
	realTimeAcceptsPlus: yesOrNo,
	labelCount: either(wholeNumber(0, MOST_LABELS), oneOf(null)),
	missingRoutes: listOf('v1', 'v2', 'v3', ...routes),
});
