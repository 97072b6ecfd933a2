/** Database user of n8n's tables. PostgreSQL has a database of this name from the start. */
export const databaseUser = 'postgres';

/**
 * Encrypts the credentials, so all processes need the same key. Invented, like everything in the
 * playground.
 */
const encryptionKey = 'made-up-encryption-key-of-the-playground';

/**
 * Variables for every process of queue mode: main, workers and webhook processes. compose.yml has
 * the same.
 */
export const queueVariables = {
	EXECUTIONS_MODE: 'queue',
	DB_TYPE: 'postgresdb',
	DB_POSTGRESDB_USER: databaseUser,
	DB_POSTGRESDB_DATABASE: databaseUser,
	N8N_ENCRYPTION_KEY: encryptionKey,
	OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
	QUEUE_HEALTH_CHECK_ACTIVE: 'true',
	// n8n before 2.0 would give the work of a dead worker to another one, which would send everything
	// again.
	QUEUE_WORKER_MAX_STALLED_COUNT: '0',
	// Time until a dead worker is noticed, in ms: a minute or more by default.
	QUEUE_WORKER_LOCK_DURATION: '20000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '5000',
	QUEUE_WORKER_STALLED_INTERVAL: '10000',
	// How often executions without a worker are marked as crashed, in minutes: every 3 hours by
	// default.
	N8N_EXECUTIONS_QUEUE_RECOVERY_INTERVAL: '1',
} as const;

/** Returns the addresses of Redis and PostgreSQL on this machine. */
export const addresses = (redisPort: number, postgresPort: number) => ({
	QUEUE_BULL_REDIS_HOST: '127.0.0.1',
	QUEUE_BULL_REDIS_PORT: String(redisPort),
	DB_POSTGRESDB_HOST: '127.0.0.1',
	DB_POSTGRESDB_PORT: String(postgresPort),
});
