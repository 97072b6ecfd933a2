import { createLaneTokens } from './laneTokens';
import { createLoginQuota } from './quota';
import { createTokens } from './tokens';

const quota = createLoginQuota(Date.now);

/** The governor of n8n's own token. One per process: it is what keeps parallel executions from logging in side by side. */
export const tokens = createTokens(Date.now, quota);

/** The further tokens of Parallel Tokens, within the same quota. */
export const laneTokensOf = createLaneTokens({ now: Date.now, quota, main: tokens });
