import type { Failure } from './answer';

/**
 * True where Truecaller turned a request away for its token alone: 401, [D3] a slug whose HTTP status is not
 * documented, or [D4] a 500 of these words (docs/api-notes.md, C18).
 */
export const isBadToken = ({ kind, status = 0, slug, said = '' }: Failure): boolean =>
	kind === 'answered' &&
	(status === 401 ||
		slug === 'authorization-error' ||
		(status >= 500 && /failed to parse token/i.test(said)));
