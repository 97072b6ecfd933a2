/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a program for developers, never shipped */

import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { nodeProgram } from '../../../playground/n8n/environment';
import { n8nFolder } from '../../../playground/paths';
import { findVersion } from '../../../playground/n8n/versions';
import { sharedWishes } from '../n8n';

const program = `
const [file, sql] = process.argv.slice(1);
const { Database } = require('sqlite3');
const database = new Database(file);
database.configure('busyTimeout', 10000);
database.exec(sql, (error) => {
	if (error) throw error;
	database.close();
});`;

const folderOf = (userFolder: string) => join(userFolder, '.n8n');

/** Runs SQL in the database of an n8n that is running: by its own Node, with its own driver. */
export async function runSql(userFolder: string, sql: string): Promise<void> {
	const folder = n8nFolder(findVersion(sharedWishes().version).pinnedFolder);
	const args = ['-e', program, join(folderOf(userFolder), 'database.sqlite'), sql];
	await promisify(execFile)(nodeProgram(folder), args, { cwd: folder });
}

/** Makes every INSERT into a table fail, as a full disk would, until the function that it returns is called. */
export async function refuseInserts(
	userFolder: string,
	table: string,
	when = '1',
): Promise<() => Promise<void>> {
	const name = `refuse_${table}`;
	await runSql(
		userFolder,
		`CREATE TRIGGER ${name} BEFORE INSERT ON ${table} WHEN ${when} BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`,
	);
	return async () => await runSql(userFolder, `DROP TRIGGER IF EXISTS ${name}`);
}

/** Whether a text stands anywhere in the files of the database. */
export function isInDatabase(userFolder: string, text: string): boolean {
	const files = readdirSync(folderOf(userFolder)).filter((name) =>
		name.startsWith('database.sqlite'),
	);
	return files.some((name) => readFileSync(join(folderOf(userFolder), name)).includes(text));
}
