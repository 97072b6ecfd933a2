import { createLaneTokens } from './laneTokens';
import { createLoginQuota } from './quota';
import { createTokens } from './tokens';

const now = () => Date.now();
const quota = createLoginQuota(now);

/**
 * Gives out n8n's own access token. One per process, so that parallel executions share one login.
 */
export const tokens = createTokens(now, quota);

/** Gives out the further access tokens of Parallel Tokens. They count against the same quota. */
export const laneTokensOf = createLaneTokens({ now, quota, main: tokens });
