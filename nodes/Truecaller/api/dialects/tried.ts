/** The forms of one contradiction that were refused, and those that were accepted. */
export type Tried = {
	readonly refused: ReadonlySet<string>;
	readonly accepted: ReadonlySet<string>;
};

export const NOTHING_TRIED: Tried = { refused: new Set(), accepted: new Set() };

/**
 * Returns the form to send: the first that was not refused, starting with the form in which another
 * kind of request was accepted. If all were refused, it returns the documented form.
 */
export const formOf = (
	forms: readonly string[],
	{ refused }: Tried,
	preferred?: string,
): string => {
	const isOpen = (form: string): boolean => !refused.has(form);
	return (
		forms.find((form) => form === preferred && isOpen(form)) ?? forms.find(isOpen) ?? forms[0] ?? ''
	);
};

/** Returns true if a form is left that was not refused yet. */
export const hasOther = (forms: readonly string[], { refused }: Tried, sent: string): boolean =>
	forms.some((form) => form !== sent && !refused.has(form));

const without = (forms: ReadonlySet<string>, form: string): ReadonlySet<string> =>
	new Set([...forms].filter((each) => each !== form));

/** Returns what is known after a form was refused. */
export const afterRefusal = ({ refused, accepted }: Tried, form: string): Tried => ({
	refused: new Set([...refused, form]),
	accepted: without(accepted, form),
});

/** Returns what is known after a form was accepted, even if it had been refused before. */
export const afterAcceptance = (tried: Tried, form: string): Tried =>
	tried.accepted.has(form)
		? tried
		: { refused: without(tried.refused, form), accepted: new Set([...tried.accepted, form]) };
