/** The time of a world, in epoch milliseconds. Passed in, so that a test or a server can move it. */
export type ModelClock = { nowMs(): number };
