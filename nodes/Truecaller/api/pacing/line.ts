/** A queue that serves one waiter at a time. Waiters of the front part go first. */
export type Line = {
	/**
	 * Resolves when it is the waiter's turn. `again`: a waiter that let others pass stays ahead of
	 * its equals.
	 */
	readonly enter: (isFront: boolean, again?: boolean) => Promise<void>;
	/** Serves the next one. */
	readonly leave: () => void;
	readonly hasFront: () => boolean;
};

export const createLine = (): Line => {
	const front: Array<() => void> = [];
	const back: Array<() => void> = [];
	let isServing = false;
	return {
		enter: async (isFront, again = false) => {
			if (!isServing) {
				isServing = true;
				return;
			}
			const part = isFront ? front : back;
			await new Promise<void>((serve) => {
				if (again) part.unshift(serve);
				else part.push(serve);
			});
		},
		leave: () => {
			const serve = front.shift() ?? back.shift();
			isServing = serve !== undefined;
			serve?.();
		},
		hasFront: () => front.length > 0,
	};
};
