/** Why a value is not a time, in words that follow the name of the parameter, and the fix. */
export type NoTime = { readonly ok: false; readonly says: string; readonly todo: string };

/** A moment in epoch ms; without `ms` for an empty parameter. */
export type Moment = { readonly ok: true; readonly ms?: number } | NoTime;

export const NO_TIME: NoTime = {
	ok: false,
	says: 'is not a time that can be read',
	todo: 'Choose it with the date picker, or write it like 2026-01-31T18:30 (in the time zone of the workflow).',
};
