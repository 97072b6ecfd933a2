/** Of n8n's tables. PostgreSQL has a database of this name from the start. */
export const databaseUser = 'postgres';

/** Credentials are encrypted with it, so all processes need the same. Made up, like everything in the playground. */
const encryptionKey = 'made-up-encryption-key-of-the-playground';

/** What makes an n8n a part of a whole: the same for main, workers and webhook processes. compose.yml says the same. */
export const queueVariables = {
	EXECUTIONS_MODE: 'queue',
	DB_TYPE: 'postgresdb',
	DB_POSTGRESDB_USER: databaseUser,
	DB_POSTGRESDB_DATABASE: databaseUser,
	N8N_ENCRYPTION_KEY: encryptionKey,
	OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
	QUEUE_HEALTH_CHECK_ACTIVE: 'true',
	// n8n before 2.0 would hand the work of a worker that died to another, which sends all of it again.
	QUEUE_WORKER_MAX_STALLED_COUNT: '0',
	// How soon somebody notices that a worker died: by default after a minute or more.
	QUEUE_WORKER_LOCK_DURATION: '20000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '5000',
	QUEUE_WORKER_STALLED_INTERVAL: '10000',
	// Executions that nobody works on any more are marked as crashed this often, in minutes: by default every three hours.
	N8N_EXECUTIONS_QUEUE_RECOVERY_INTERVAL: '1',
} as const;

/** Where the others are, on this machine. */
export const addresses = (redisPort: number, postgresPort: number) => ({
	QUEUE_BULL_REDIS_HOST: '127.0.0.1',
	QUEUE_BULL_REDIS_PORT: String(redisPort),
	DB_POSTGRESDB_HOST: '127.0.0.1',
	DB_POSTGRESDB_PORT: String(postgresPort),
});
