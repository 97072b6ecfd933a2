/** A fake that throws when a test touches anything it does not define. */
export const createStrict = <T extends object>(parts: Partial<T>, name = 'The fake'): T =>
	new Proxy(parts, {
		get(target, key, receiver) {
			// A promise that resolves to a fake looks for `then`, and a failing expectation for what describes it.
			if (key in target || key === 'then' || typeof key === 'symbol')
				return Reflect.get(target, key, receiver);
			throw new Error(`${name} does not define "${key}"`);
		},
	}) as T;
