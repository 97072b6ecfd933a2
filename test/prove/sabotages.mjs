// Ways to break the code in one line, each with the test that has to notice. `npm run prove` tries every one of them.
// `test` is the file and the full name of the test, as jest prints it: its describe blocks, then its title.

const N = 'nodes/Truecaller';
const calls = 'test/engine/faults/calls.test.ts';
const numbers = 'test/engine/faults/numbers.test.ts';

export const sabotages = [
	{
		name: 'output items lose the input item they belong to',
		file: `${N}/items/results.ts`,
		find: '({ json: row, pairedItem: { item: index } })',
		replace: '({ json: row })',
		test: [
			'test/engine/labels.test.ts',
			'getting labels gives the rows as Truecaller sends them, each paired with its input item',
		],
	},
	{
		name: 'an error item has `error` beside its json',
		file: `${N}/items/results.ts`,
		find: 'enumerable: false',
		replace: 'enumerable: true',
		test: [
			'test/engine/personaliseErrors.test.ts',
			'items that cannot be sent leave by the error output with their input row, and the others go on',
		],
	},
	{
		name: 'an error item has nothing beside its json, where older n8n looks for it',
		file: `${N}/items/results.ts`,
		find: "onError === 'continueErrorOutput' ? toErrorOutputItem : toErrorItem",
		replace: "onError === 'continueRegularOutput' ? toErrorOutputItem : toErrorItem",
		test: [
			'test/unit/items/results.test.ts',
			'the output shows an older n8n which items go to the error output, and leaves nothing there that would replace their json',
		],
	},
	{
		name: 'an older n8n never renews the token',
		file: `${N}/api/http.ts`,
		find: 'if (response.statusCode === 401) response',
		replace: 'if (response.statusCode === 0) response',
		test: [
			'test/unit/api/http.olderN8n.test.ts',
			'an older n8n renews a token that has ended, and the call goes out once',
		],
	},
	{
		name: 'a call is made although another item cannot be read',
		file: `${N}/items/run.ts`,
		find: 'if (unreadable.length > 0 && !carriesOn) throw',
		replace: 'if (unreadable.length === reads.length && !carriesOn) throw',
		test: [
			'test/engine/bulk.test.ts',
			'personalising many calls sends nothing before every item was read',
		],
	},
	{
		name: 'a POST is repeated after a reset',
		file: `${N}/api/pacing/retry.ts`,
		find: "return repeatable && (failure.kind === 'noAnswer'",
		replace: "return true && (failure.kind === 'noAnswer'",
		test: [
			calls,
			'personalise v2: reset after the body was read; On Error stops, Retry On Fail off',
		],
	},
	{
		name: 'a POST is repeated after an answer that breaks off',
		file: `${N}/api/facts/endpoints.ts`,
		find: "const batch = { method: 'POST', repeatable: false, pace: 'batch' } as const;",
		replace: "const batch = { method: 'POST', repeatable: true, pace: 'batch' } as const;",
		test: [
			calls,
			'personaliseBulk v3: an answer that breaks off; On Error continues, Retry On Fail off',
		],
	},
	{
		name: 'a call is repeated over and over after 401',
		file: `${N}/api/pacing/retry.ts`,
		find: "if (failure.kind === 'notSent' || failure.status === 429) return true;",
		replace:
			"if (failure.kind === 'notSent' || failure.status === 429 || failure.status === 401) return true;",
		test: [calls, 'personalise v2: 401 always; On Error continues, Retry On Fail off'],
	},
	{
		name: 'Retry-After is not believed',
		file: `${N}/api/pacing/retry.ts`,
		find: 'if (failure.retryAfterMs !== undefined) {',
		replace: 'if (failure.retryAfterMs === -1) {',
		test: [
			'test/unit/api/pacing/retry.test.ts',
			'waits as long as Truecaller asks (0 ms), and gives up where that is more than two minutes',
		],
	},
	{
		name: 'a redirect is followed, token and all',
		file: `${N}/api/request.ts`,
		find: 'disableFollowRedirect: true,',
		replace: 'disableFollowRedirect: false,',
		test: [
			calls,
			'personalise v2: a redirect to another host; On Error continues, Retry On Fail off',
		],
	},
	{
		name: "n8n's Retry On Fail is let through",
		file: `${N}/resources/callPersonalisation/retryOnFail.ts`,
		find: 'node.retryOnFail === true',
		replace: 'node.retryOnFail === null',
		test: [calls, 'personalise v2: 500 always; On Error stops, Retry On Fail on'],
	},
	{
		name: 'a call counts as pushed because of its HTTP status',
		file: `${N}/api/reading/outcome.ts`,
		find: "if (verdict.status === 'success') return {",
		replace: 'if (verdict.status !== undefined) return {',
		test: [
			calls,
			'personalise v2: 200 with an error inside; On Error continues, Retry On Fail off',
		],
	},
	{
		name: 'words that nobody knows count as pushed',
		file: `${N}/api/reading/outcome.ts`,
		find: "outcome: reason ? MEANINGS[reason].outcome : 'unknown',",
		replace: "outcome: reason ? MEANINGS[reason].outcome : 'pushed',",
		test: [
			'test/unit/api/reading/outcome.test.ts',
			"Truecaller's words for a failure are understood or, where nobody knows them, are handed on as they are (200)",
		],
	},
	{
		name: 'every execution logs in for itself',
		file: `${N}/api/access/tokens.ts`,
		find: 'if (slot.login) return await slot.login;',
		replace: '',
		test: [
			'test/engine/token.test.ts',
			'the access token is renewed by one login when it expires under twenty runs at once, and no call is lost',
		],
	},
	{
		name: 'an eleventh access token is asked for',
		file: `${N}/api/access/tokens.ts`,
		find: 'others.length + 1 < LIMITS.loginsPerWindow',
		replace: 'others.length < LIMITS.loginsPerWindow',
		test: [
			'test/unit/api/access/tokens.quota.test.ts',
			'lets no account log in more than ten times in any half hour, whatever is asked',
		],
	},
	{
		name: 'a login that failed is asked for again at once',
		file: `${N}/api/access/tokens.ts`,
		find: 'const FIRST_PAUSE_MS = 10_000;',
		replace: 'const FIRST_PAUSE_MS = 0;',
		test: [
			'test/unit/api/access/tokens.test.ts',
			'a refused key is not asked again for 10 seconds, then 30, then 90, and never for more than 10 minutes',
		],
	},
	{
		name: 'a call that could not log in is an error, and holds up the dialler',
		file: `${N}/api/http.ts`,
		find: "login.kind === 'temporary' ? 'notSent' : 'login'",
		replace: "login.kind === 'quota' ? 'notSent' : 'login'",
		test: [
			'test/engine/faults/logins.test.ts',
			'login for personalise: 500 always; On Error stops, Retry On Fail off',
		],
	},
	{
		name: 'a call counts from its turn, and not from the moment it travels',
		file: `${N}/api/pacing/departure.ts`,
		find: 'leave();',
		replace: '',
		test: [
			'test/unit/api/request.test.ts',
			'a call that changes something counts against the pace whenever n8n makes text of it, which it does just before it sends',
		],
	},
	{
		name: 'the pace is off',
		file: `${N}/api/pacing/pace.ts`,
		find: 'const since = pace.starts.at(-allowed(pace, nowMs));',
		replace: 'const since = pace.starts.at(-Infinity);',
		test: [
			'test/unit/api/pacing/rateLimiter.test.ts',
			'the gate lets calls through first come first served, each not before its time',
		],
	},
	{
		name: 'a batch has 501 calls',
		file: `${N}/api/facts/limits.ts`,
		find: 'recordsPerBatch: 500,',
		replace: 'recordsPerBatch: 501,',
		test: [
			'test/engine/bulk.test.ts',
			'personalising many calls sends 501 calls in batches of 500 and gives every one back in order',
		],
	},
	{
		name: 'the rows of a batch are laid beside the calls by their place',
		file: `${N}/api/reading/joinRows.ts`,
		find: 'byKey.get(keyOf(record))?.shift();',
		replace: 'rows[index];',
		test: [
			'test/engine/bulkWait.test.ts',
			'waiting until a batch is finished gives every item its own outcome, in the order of the list',
		],
	},
	{
		name: 'Retry Unreachable sends other calls again as well',
		file: `${N}/resources/callPersonalisation/batchFollowUp.ts`,
		find: "row.reason === 'failedToPush'",
		replace: "row.outcome !== 'pushed'",
		test: [
			'test/engine/bulkWait.test.ts',
			'Retry Unreachable sends calls to unreachable phones once more, and nothing else, and tells of the first try',
		],
	},
	{
		name: 'a question that is never answered outlasts Max Wait',
		file: `${N}/api/waitForBatch.ts`,
		find: 'Math.max(LAST_ANSWER_MS, endsAtMs - Date.now());',
		replace: 'Infinity;',
		test: [
			'test/engine/bulkWait.test.ts',
			'waiting until a batch is finished waits hardly longer than Max Wait when the question is never answered',
		],
	},
	{
		name: 'the summary counts wrong',
		file: `${N}/resources/callPersonalisation/summary.ts`,
		find: 'counts[key] = (counts[key] ?? 0) + 1;',
		replace: 'counts[key] = counts[key] ?? 1;',
		test: [
			'test/engine/bulkWait.test.ts',
			'Summary counts the outcomes in one item, which add up, and names the items that could not be sent',
		],
	},
	{
		name: 'a call window is not checked',
		file: `${N}/resources/callPersonalisation/callWindow.ts`,
		find: 'const wrong = faults.length === 0 && checks ?',
		replace: 'const wrong = faults.length === 0 && !checks ?',
		test: [
			'test/engine/personaliseErrors.test.ts',
			'items that cannot be sent have all their faults told at once',
		],
	},
	{
		name: 'a sync takes off more numbers than it may',
		file: `${N}/resources/number/syncSet.ts`,
		find: 'if (!apply || removals <= maxRemovals) return undefined;',
		replace: 'if (removals >= 0) return undefined;',
		test: [
			'test/engine/numbersSync.test.ts',
			'syncing numbers stops before it changes anything when more would be taken off than is allowed',
		],
	},
	{
		name: 'a sync goes on although a number cannot be read',
		file: `${N}/resources/number/syncItems.ts`,
		find: 'if (unreadable.length > 0) return',
		replace: 'if (unreadable.length > reads.length) return',
		test: [
			'test/engine/numbersSync.test.ts',
			'syncing numbers leaves a feature set as it is when a number cannot be read, and says which',
		],
	},
	{
		name: 'a sync takes off what it cannot read in the list',
		file: `${N}/resources/number/numberStates.ts`,
		find: "if (digitsOf(row.phone_number) === '') return",
		replace: "if (row.phone_number === '') return",
		test: [numbers, 'number.sync, reading: wrong types; On Error continues, Retry On Fail off'],
	},
	{
		name: 'numbers are taken off although the new ones could not be listed',
		file: `${N}/resources/number/syncSet.ts`,
		find: "(await carryOut('list', toSend('list'), api, featureSetId)) ??",
		replace: "(await carryOut('list', toSend('list'), api, featureSetId), undefined) ??",
		test: [numbers, 'number.sync, listing: 403; On Error continues, Retry On Fail off'],
	},
	{
		name: 'a phone number that Truecaller repeats stands in an error',
		file: `${N}/api/problems.ts`,
		find: '"${withoutSecrets(said)}"',
		replace: '"${said}"',
		test: [
			'test/unit/api/problems.test.ts',
			'of a phone number a text shows the last four digits +919876543210',
		],
	},
	{
		name: 'a Webhook Key is right when it only begins right',
		file: `${N}/events/verifyKey.ts`,
		find: 'timingSafeEqual(digest(given), digest(expected));',
		replace: "typeof given === 'string' && expected.startsWith(given);",
		test: [
			'test/engine/trigger.test.ts',
			'the key of the trigger is asked for: 401 and no execution when it is the beginning of the right one',
		],
	},
	{
		name: 'an event starts the workflow with every delivery',
		file: `${N}/events/claims.ts`,
		find: 'claims.set(id, mine);',
		replace: '',
		test: [
			'test/engine/triggerDuplicates.test.ts',
			'An event that is delivered 50 times at once starts the workflow once, and is taken 50 times',
		],
	},
	{
		name: 'an event that n8n could not store is never taken again',
		file: `${N}/events/turn.ts`,
		find: 'settle(reply.statusCode >= 200 && reply.statusCode < 300)',
		replace: 'settle(reply.statusCode >= 200)',
		test: [
			'test/engine/triggerDuplicates.test.ts',
			'When n8n could not store an event, the next delivery is taken',
		],
	},
	{
		name: 'a stopped execution sleeps on',
		file: `${N}/api/pacing/sleep.ts`,
		find: 'left > 0 && !isCancelled();',
		replace: 'left > 0;',
		test: [
			'test/engine/bulkWait.test.ts',
			'waiting until a batch is finished stops within a second when the execution is stopped',
		],
	},
	{
		name: 'a word of a bug report is a value',
		file: `${N}/resources/account/facts.ts`,
		find: 'MACHINE_WORD.test(word.trim()) ? word.trim() : NO_MACHINE_WORD',
		replace: 'word.trim()',
		test: [
			'test/unit/resources/account/facts.test.ts',
			'the facts of a bug report hold no value of any field: Asha Rao',
		],
	},
	{
		name: 'a name of a field in a bug report is a value',
		file: `${N}/resources/account/fieldTypes.ts`,
		find: 'PROGRAMMED_NAME.test(key) ? key : OTHER_NAME',
		replace: 'key',
		test: [
			'test/unit/resources/account/facts.test.ts',
			'the facts of a bug report hold no value of any answer, whatever its form',
		],
	},
	{
		name: 'a phone number that is a name stands in a row of Check Setup',
		file: `${N}/resources/account/check.ts`,
		find: "typeof value === 'string' ? withoutKeys(value) : null",
		replace: "typeof value === 'string' ? value : null",
		test: [
			'test/unit/resources/account/facts.test.ts',
			'the rows of Check Setup show no key and no whole phone number, even as a name: 919876543210',
		],
	},
	{
		name: 'a refused token is followed by other requests of Check Setup',
		file: `${N}/resources/account/readings.ts`,
		find: 'if (!labels.ok && isOfLogin(labels.failure)) return { labels };',
		replace: '',
		test: [
			'test/engine/checkSetupFaults.test.ts',
			'a Truecaller with a fault of its own that turns the access token away is asked for nothing more',
		],
	},
	{
		name: 'a static label counts as one that a call can show',
		file: `${N}/resources/account/labels.ts`,
		find: "readWord(LABEL_TYPE, type) === 'static'",
		replace: 'false',
		test: ['test/engine/checkSetupLists.test.ts', 'labels that are static cannot be shown'],
	},
	{
		name: 'a word that nobody knows is not named in daily use',
		file: `${N}/items/run.ts`,
		find: 'showHint(context, api.value.unknownWordHint?.());',
		replace: '',
		test: [
			'test/engine/unknownWords.test.ts',
			'words that this version does not know are named for the states of numbers, three at most',
		],
	},
];
