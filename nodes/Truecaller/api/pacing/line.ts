/** A queue in which one waiter at a time is served; those of the front part go before all others. */
export type Line = {
	/** Resolves once it is the waiter's turn. `again` keeps a waiter that stood aside ahead of those like it. */
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
