/** For whom and when an event is made. Numbers and names that are left out are those of the demo account. */
export type Occasion = {
	/** Left out: the demo account. */
	readonly clientAccountId?: string;
	readonly nowMs: number;
	/** The customer; where the SIM does not tell the number, this is the one registered with Truecaller. */
	readonly clientNumber?: string;
	readonly businessNumber?: string;
	/** By its name. */
	readonly featureSet?: string;
	/** Only for scenarios with a slot. */
	readonly slotStartMs?: number;
};
