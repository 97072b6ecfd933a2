import type { Failure } from './answer';

/**
 * Returns true if Truecaller refused a request only for its token: a 401, [D3] a slug whose HTTP
 * status is not documented, or [D4] a 500 with a certain text (docs/api-notes.md, C18).
 */
export const isBadToken = ({ kind, status = 0, slug, said = '' }: Failure): boolean =>
	kind === 'answered' &&
	(status === 401 ||
		slug === 'authorization-error' ||
		(status >= 500 && /failed to parse token/i.test(said)));
