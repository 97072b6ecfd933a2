// The grid's library asks Node which kind of build this is; a browser has to be told what to answer.
globalThis.process ??= { env: { NODE_ENV: 'production' } };
