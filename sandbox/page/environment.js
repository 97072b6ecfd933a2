// The library of the grid asks Node.js for the kind of build; a browser needs this value.
globalThis.process ??= { env: { NODE_ENV: 'production' } };
