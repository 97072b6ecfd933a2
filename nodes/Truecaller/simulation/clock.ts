/**
 * The clock of a simulation, in epoch ms. Passed in, so that a test or a server can change the
 * time.
 */
export type ModelClock = { nowMs(): number };
