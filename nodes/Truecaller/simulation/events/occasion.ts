/**
 * The customer and the time of an event. Absent numbers and names are those of the demo account.
 */
export type Occasion = {
	/** If absent: the demo account. */
	readonly clientAccountId?: string;
	readonly nowMs: number;
	/**
	 * The customer's number. If the SIM does not reveal its number: the one registered with
	 * Truecaller.
	 */
	readonly clientNumber?: string;
	readonly businessNumber?: string;
	/** Name of the feature set. */
	readonly featureSet?: string;
	/** Start of the time slot in epoch ms, only for scenarios with a slot. */
	readonly slotStartMs?: number;
};
