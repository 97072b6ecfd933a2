import { createLaneTokens } from './laneTokens';
import { createLoginQuota } from './quota';
import { createTokens } from './tokens';

const now = () => Date.now();
const quota = createLoginQuota(now);

/** Governor of n8n's own token, one per process. It keeps parallel executions from logging in side by side. */
export const tokens = createTokens(now, quota);

/** The further tokens of Parallel Tokens, within the same quota. */
export const laneTokensOf = createLaneTokens({ now, quota, main: tokens });
