// Ways to break the code in one line, each with the test that has to notice. `npm run prove` tries every one of them.
// `test` is the file and the full name of the test, as jest prints it: its describe blocks, then its title.

const N = 'nodes/Truecaller';
const calls = 'test/engine/faults/calls.test.ts';
const numbers = 'test/engine/faults/numbers.test.ts';

const speak = 'test/unit/api/dialects/speak.test.ts';

export const sabotages = [
	{
		name: 'output items lose the input item they belong to',
		file: `${N}/items/results.ts`,
		find: 'pairedItem: toPairs(value, item, form),',
		replace: '',
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
		find: 'if (unreadable.length > 0 && !carriesOn)',
		replace: 'if (unreadable.length === reads.length && !carriesOn)',
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
		file: `${N}/resources/callPersonalisation/refuseRun.ts`,
		find: 'node.retryOnFail === true',
		replace: 'node.retryOnFail === null',
		test: [calls, 'personalise v2: 500 always; On Error stops, Retry On Fail on'],
	},
	{
		name: 'a call counts as pushed because of its HTTP status',
		file: `${N}/api/reading/readOutcome.ts`,
		find: "if (verdict.status === 'success') return toPushed",
		replace: 'if (verdict.status !== undefined) return toPushed',
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
		find: 'if (state.renewal) return await state.renewal;',
		replace: '',
		test: [
			'test/engine/token.test.ts',
			'the access token is renewed by one login when it expires under twenty runs at once, and no call is lost',
		],
	},
	{
		name: 'an eleventh access token is asked for',
		file: `${N}/api/access/quota.ts`,
		find: '.at(-(LIMITS.loginsPerWindow - leftFree))',
		replace: '.at(-(LIMITS.loginsPerWindow + 1 - leftFree))',
		test: [
			'test/unit/api/access/tokens.quota.test.ts',
			'lets no account log in more than ten times in any half hour, whatever is asked',
		],
	},
	{
		name: 'a login that failed is asked for again at once',
		file: `${N}/api/access/pause.ts`,
		find: 'const FIRST_PAUSE_MS = 10_000;',
		replace: 'const FIRST_PAUSE_MS = 0;',
		test: [
			'test/unit/api/access/tokens.test.ts',
			'a refused key is not asked again for 10 seconds, then 30, then 90, and never for more than 10 minutes',
		],
	},
	{
		name: 'a call that could not log in is an error, and holds up the dialler',
		file: `${N}/api/reading/thrown.ts`,
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
		find: 'departed();',
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
			'the rate limiter lets calls through first come first served, each not before its time',
		],
	},
	{
		name: 'a call that was turned away waits behind those that were never sent',
		file: `${N}/api/pacing/rateLimiter.ts`,
		find: 'await line.enter(isRepeat, again);',
		replace: 'await line.enter(false, again);',
		test: [
			'test/unit/api/pacing/rateLimiter.repeats.properties.test.ts',
			'a request that was turned away with 429 gets the next free slot, before all that were never sent',
		],
	},
	{
		name: 'further lanes take the last logins of n8n',
		file: `${N}/api/access/laneTokens.ts`,
		find: 'quota.fullUntilMs(account, LIMITS.loginsLeftFree)',
		replace: 'quota.fullUntilMs(account, 0)',
		test: [
			'test/unit/api/access/laneTokens.test.ts',
			'the tokens of further lanes leave two of the ten logins in half an hour to n8n',
		],
	},
	{
		name: 'a lane is used before the one that is free',
		file: `${N}/api/lanes/laneSource.ts`,
		find: 'if (wait < found.waitMs) found',
		replace: 'if (lane === 0) found',
		test: [
			'test/unit/api/lanes/laneSource.properties.test.ts',
			'calls on several lanes leave no lane idle while a call waits',
		],
	},
	{
		name: 'all lanes open at once',
		file: `${N}/api/lanes/openings.ts`,
		find: 'if (opening || isUnproven()) return;',
		replace: 'if (opening) return;',
		test: [
			'test/unit/api/lanes/openings.test.ts',
			'further lanes open one after another, each when Truecaller has taken a call on the one before',
		],
	},
	{
		name: 'a call whose lane lost its token is given up',
		file: `${N}/api/pacing/sender.ts`,
		find: 'if (reply !== LANE_LOST) return reply;',
		replace: 'if (reply.ok || reply) return reply;',
		test: [
			'test/unit/api/pacing/sender.lanes.test.ts',
			'a call whose lane has lost its token goes to the next lane at once, before calls that were never sent, and at last to n8n',
		],
	},
	{
		name: 'further lanes go on although the limit is that of the account',
		file: `${N}/api/lanes/openings.ts`,
		find: 'if (account.oneLane()) return opened.clear();',
		replace: '',
		test: [
			'test/unit/api/lanes/openings.test.ts',
			'further lanes are all closed while one lane is what the account allows, and then open one by one',
		],
	},
	{
		name: 'a further lane logs in although n8n keeps the credential to other hosts',
		file: `${N}/api/lanes/laneTransport.ts`,
		find: '...(allowedDomains === undefined ? {} : { allowedDomains }),',
		replace: '',
		test: [
			'test/engine/lanes.test.ts',
			'with Parallel Tokens a credential that is kept to other hosts logs in for no further lane',
		],
	},
	{
		name: 'an access token is sent for another account',
		file: 'credentials/TruecallerApi.credentials.ts',
		find: '? $credentials.accessToken : "none"}}',
		replace: '? $credentials.accessToken : $credentials.accessToken}}',
		test: [
			'test/engine/tokenOwner.test.ts',
			'an access token belongs to the key that it was issued for and is not sent for another Client Account ID, however young it is',
		],
	},
	{
		name: 'a young token is renewed though Truecaller accepts it',
		file: `${N}/api/access/tokens.ts`,
		find: 'if (!(await isTurnedAway(current.token))) {',
		replace: 'if (await isTurnedAway(current.token)) {',
		test: [
			'test/unit/api/access/tokens.test.ts',
			'sharing a token renews a token that Truecaller turns away within its first minute, once for all that ask',
		],
	},
	{
		name: "a proxy's refusal blames the key",
		file: `${N}/api/reading/between.ts`,
		find: "if (OF_A_PROXY.includes(status)) return 'proxy';",
		replace: 'if (OF_A_PROXY.includes(status)) return undefined;',
		test: [
			'test/unit/api/reading/obstacles.test.ts',
			'a refusal that is not from Truecaller names what stands in between, and blames no key 407 of a proxy',
		],
	},
	{
		name: "a proxy's plain text is taken for Truecaller's answer",
		file: `${N}/api/reading/between.ts`,
		find: "return isText ? 'stranger' : undefined;",
		replace: 'return undefined;',
		test: [
			'test/engine/obstacles.test.ts',
			'a proxy that answers in plain text in place of Truecaller is named and no feature set is said to be missing',
		],
	},
	{
		name: 'a token of half an hour is renewed after any error of the HTTP Request node',
		file: `${N}/api/access/tokens.ts`,
		find: 'const CHECKED_FOR_MS = LIMITS.tokenLifeMs;',
		replace: 'const CHECKED_FOR_MS = LIMITS.tokenLifeMs / 6;',
		test: [
			'test/unit/api/access/tokens.test.ts',
			'sharing a token spends no further login in half an hour of errors that are not the fault of the token',
		],
	},
	{
		name: 'a clock that is hours off is not noticed',
		file: `${N}/api/reading/clock.ts`,
		find: 'Math.abs(aheadMs) > TOLERANCE_MS ? aheadMs : undefined',
		replace: 'aheadMs > TOLERANCE_MS ? aheadMs : undefined',
		test: [
			'test/engine/clock.test.ts',
			'a clock of n8n that is hours off is named as the cause where Truecaller refuses a window that is over by its own clock',
		],
	},
	{
		name: 'a sync inside a loop takes numbers off',
		file: `${N}/resources/number/sync/partOfList.ts`,
		find: "return 'this node is inside a loop';",
		replace: 'return undefined;',
		test: [
			'test/unit/resources/number/partOfList.test.ts',
			'the wiring of a sync tells that it may see a part of the list: a loop',
		],
	},
	{
		name: 'a sync in a sub-workflow that runs once per item takes numbers off',
		file: `${N}/resources/number/sync/partOfList.ts`,
		find: 'context.getMode() === CALLED',
		replace: "context.getMode() === 'called'",
		test: [
			'test/unit/resources/number/partOfList.test.ts',
			'the wiring of a sync tells that it may see a part of the list: a sub-workflow',
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
		file: `${N}/resources/callPersonalisation/sending/secondTry.ts`,
		find: "outcome.reason === 'failedToPush'",
		replace: "outcome.outcome !== 'pushed'",
		test: [
			'test/engine/bulkSecondTry.test.ts',
			'Retry Unreachable sends calls to unreachable phones once more, and nothing else, and tells of the first try',
		],
	},
	{
		name: 'a question that is never answered outlasts Max Wait',
		file: `${N}/api/pacing/polling.ts`,
		find: 'Math.max(LAST_ANSWER_MS, endsAtMs - Date.now());',
		replace: 'Infinity;',
		test: [
			'test/engine/bulkWait.test.ts',
			'waiting until a batch is finished waits hardly longer than Max Wait when the question is never answered',
		],
	},
	{
		name: 'the summary counts wrong',
		file: `${N}/items/counts.ts`,
		find: 'counts[word] = (counts[word] ?? 0) + 1;',
		replace: 'counts[word] = counts[word] ?? 1;',
		test: [
			'test/engine/bulkSummary.test.ts',
			'Summary counts the outcomes in one item, which add up, and names the items that could not be sent',
		],
	},
	{
		name: 'a date that can be two days is read as one of them',
		file: `${N}/resources/callPersonalisation/times/dateText.ts`,
		find: 'if (second !== undefined)',
		replace: 'if (second === 0)',
		test: [
			'test/unit/resources/callPersonalisation/fieldCases.test.ts',
			'a time is refused where it is given as "05/11/2026 10:00": it can mean 5 November 2026 or 11 May 2026',
		],
	},
	{
		name: 'a text with an unfilled template is sent',
		file: `${N}/resources/callPersonalisation/texts/callTexts.ts`,
		find: 'if (!unfilled) return undefined;',
		replace: 'if (unfilled) return undefined;',
		test: [
			'test/unit/resources/callPersonalisation/fieldCases.test.ts',
			'a text is refused, with Clean Call Reason too where it is "{{name}} your order"',
		],
	},
	{
		name: 'cleaning joins two amounts',
		file: `${N}/resources/callPersonalisation/texts/cleanReason.ts`,
		find: "' x '",
		replace: "''",
		test: [
			'test/unit/resources/callPersonalisation/fieldCases.test.ts',
			'a text is cleaned "2*500ml of milk today" to "2 x 500ml of milk today"',
		],
	},
	{
		name: 'nobody is told of an empty field in a call reason',
		file: `${N}/items/finish.ts`,
		find: 'showHint(context, reading.hintOnItems?.(run.reads));',
		replace: '',
		test: [
			'test/engine/personaliseTexts.test.ts',
			'a field that was empty within a call reason is told once after the run, and sent (personaliseBulk)',
		],
	},
	{
		name: 'a field that n8n forbids is read straight',
		file: `${N}/items/reference.ts`,
		find: 'keys.every(isSafeObjectProperty)',
		replace: 'keys.every((key) => key !== "")',
		test: [
			'test/unit/items/reference.test.ts',
			'A field named caller is left to n8n, which forbids that name',
		],
	},
	{
		name: 'a call window is not checked',
		file: `${N}/resources/callPersonalisation/times/callWindow.ts`,
		find: 'const wrong = faults.length === 0 && checks ?',
		replace: 'const wrong = faults.length === 0 && !checks ?',
		test: [
			'test/engine/personaliseErrors.test.ts',
			'items that cannot be sent have all their faults told at once',
		],
	},
	{
		name: 'a sync takes off more numbers than it may',
		file: `${N}/resources/number/sync/syncBrakes.ts`,
		find: 'if (removals > most)',
		replace: 'if (removals < 0)',
		test: [
			'test/engine/numbersSync.test.ts',
			'syncing numbers stops before it changes anything when more would be taken off than is allowed',
		],
	},
	{
		name: 'a sync goes on although a number cannot be read',
		file: `${N}/resources/number/sync/syncGroups.ts`,
		find: 'if (unreadable.length > 0)',
		replace: 'if (unreadable.length > reads.length)',
		test: [
			'test/engine/numbersSync.test.ts',
			'syncing numbers leaves a feature set as it is when a number cannot be read, and says which',
		],
	},
	{
		name: 'a sync takes off what it cannot read in the list',
		file: `${N}/resources/number/numberStates.ts`,
		find: "if (digitsOf(row.phone_number) === '')",
		replace: "if (row.phone_number === '')",
		test: [numbers, 'number.sync, reading: wrong types; On Error continues, Retry On Fail off'],
	},
	{
		name: 'numbers are taken off although the new ones could not be listed',
		file: `${N}/resources/number/sync/carryOut.ts`,
		find: "(await half('list')) ??",
		replace: "(await half('list'), undefined) ??",
		test: [numbers, 'number.sync, listing: 403; On Error continues, Retry On Fail off'],
	},
	{
		name: 'a sync with Execute Once takes the numbers of all other items off',
		file: `${N}/resources/number/refuseExecuteOnce.ts`,
		find: 'executeOnce === true &&',
		replace: 'executeOnce === null &&',
		test: [
			'test/engine/numbersSyncWiring.test.ts',
			'a sync that sees only a part of the list takes nothing off when Execute Once is switched on, and says where to switch it off',
		],
	},
	{
		name: 'a sync takes more than half of a feature set off without being told so',
		file: `${N}/resources/number/sync/syncBrakes.ts`,
		find: 'removals <= there / 2',
		replace: 'removals <= there',
		test: [
			'test/engine/numbersSyncWiring.test.ts',
			'a sync that sees only a part of the list stops when more than half of the feature set would be taken off, and says both figures',
		],
	},
	{
		name: 'a loop applies one list after another to a feature set',
		file: `${N}/resources/number/sync/appliedLists.ts`,
		find: 'before === undefined || before ===',
		replace: 'before !== null || before ===',
		test: [
			'test/engine/numbersSyncWiring.test.ts',
			'a sync that sees only a part of the list applies one list per execution and feature set: the same again is let through, another is not',
		],
	},
	{
		name: 'an item without a number is left out of a sync in silence',
		file: `${N}/resources/number/sync/syncGroups.ts`,
		find: 'empty.length === 0 ||',
		replace: 'empty.length >= 0 ||',
		test: [
			'test/engine/numbersSyncWiring.test.ts',
			'a sync that sees only a part of the list leaves the feature set as it is when an item has no number, and names the item',
		],
	},
	{
		name: 'a plan that is wired into Apply keeps every number',
		file: `${N}/resources/number/sync/readDesired.ts`,
		find: "json.action === 'delist' &&",
		replace: "json.action === '' &&",
		test: [
			'test/engine/numbersSyncWiring.test.ts',
			'a sync that sees only a part of the list does not keep a number that its own plan says to delist',
		],
	},
	{
		name: 'a batch is asked for once per item',
		file: `${N}/resources/batch/askBatches.ts`,
		find: 'const key = JSON.stringify(read.value);',
		replace: 'const key = `${item.index}`;',
		test: [
			'test/engine/batchStatus.test.ts',
			'the status behind Personalise Many asks for a batch once, and gives each item the row of its own call',
		],
	},
	{
		name: 'more calls than Max Calls are sent',
		file: `${N}/resources/callPersonalisation/refuseRun.ts`,
		find: 'if (most === 0 || total <= most)',
		replace: 'if (most >= 0)',
		test: [
			'test/engine/callOptions.test.ts',
			'Max Calls stops a run of personaliseBulk that is larger than meant before anything is sent',
		],
	},
	{
		name: 'Additional Fields overwrites what the node sets',
		file: `${N}/resources/callPersonalisation/additionalFields.ts`,
		find: 'if (own.length === 0)',
		replace: 'if (own.length >= 0)',
		test: [
			'test/engine/callOptions.test.ts',
			'Additional Fields cannot overwrite caller_number, and the error names the parameter to use',
		],
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
		name: 'after a stop, items that were sent are told to be run again',
		file: `${N}/items/explain.ts`,
		find: 'soFar.includes(SENT_AGAIN)',
		replace: 'soFar === SENT_AGAIN',
		test: [
			'test/unit/items/explain.test.ts',
			'the error that stops a run says after a stop what to remove before the next run: Already pushed, and a second run would send them again: items 0 and 1. Not sent: item 2.',
		],
	},
	{
		name: 'any Webhook Key is right',
		file: `${N}/events/key/verifyKey.ts`,
		find: 'timingSafeEqual(digest(given), expected.digest);',
		replace: "typeof given === 'string';",
		test: [
			'test/engine/trigger.test.ts',
			'the key of the trigger is asked for: 401 and no execution when it is the beginning of the right one',
		],
	},
	{
		name: 'an event starts the workflow with every delivery',
		file: `${N}/events/duplicates/claims.ts`,
		find: 'claims.set(id, mine);',
		replace: '',
		test: [
			'test/engine/triggerDuplicates.test.ts',
			'An event that is delivered 50 times at once starts the workflow once, and is taken 50 times',
		],
	},
	{
		name: 'an event that n8n could not store is never taken again',
		file: `${N}/events/duplicates/claimDelivery.ts`,
		find: 'writableEnded ? statusCode >= 200 && statusCode < 300 : undefined;',
		replace: 'writableEnded ? statusCode >= 200 : undefined;',
		test: [
			'test/engine/triggerDuplicates.test.ts',
			'When n8n could not store an event, the next delivery is taken',
		],
	},
	{
		name: 'an event whose sender hung up starts the workflow again while n8n still stores it',
		file: `${N}/events/duplicates/claimDelivery.ts`,
		find: 'writableEnded ? statusCode >= 200 && statusCode < 300 : undefined;',
		replace: 'writableEnded && statusCode >= 200 && statusCode < 300;',
		test: [
			'test/engine/triggerDuplicates.test.ts',
			'When n8n answers after the sender hung up, the repeat that waits starts nothing',
		],
	},
	{
		name: 'a word that cannot be read is taken for a no',
		file: `${N}/events/reading/interest.ts`,
		find: 'NO.includes(word) ? false : undefined;',
		replace: 'false;',
		test: [
			'test/unit/events/callback.test.ts',
			'the wish for a call-back "perhaps" cannot be read and is kept',
		],
	},
	{
		name: 'what a workflow puts out is sent to Truecaller',
		file: `${N}/events/answer.ts`,
		find: 'return send(OK);',
		replace: 'return send(body);',
		test: [
			'test/engine/triggerLastNode.test.ts',
			'an event that is answered when the workflow has finished is taken when the workflow ended well with items, which stay in n8n',
		],
	},
	{
		name: 'a run whose result n8n lost counts as finished',
		file: `${N}/events/answer.ts`,
		find: 'isOk && Array.isArray(body)',
		replace: 'isOk',
		test: [
			'test/engine/triggerLastNode.test.ts',
			'an event that is answered when the workflow has finished is not taken when the workflow was lost by n8n, and its repeat runs',
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
		name: 'digits that stand beside a number are glued to it',
		file: `${N}/phone/asWritten.ts`,
		find: 'return sure?.refusal ?? { ok: true, digits: toDigits(text), loose };',
		replace: 'return { ok: true, digits: toDigits(text), loose: sure ? [] : [] };',
		test: [
			'test/unit/phone/wrapping.test.ts',
			'Digits beside a number of any country are never read as a part of it',
		],
	},
	{
		name: 'the model takes a request for that of another method',
		file: `${N}/simulation/simulate.ts`,
		find: 'route.method === method ? pattern.exec(path) : null',
		replace: 'pattern.exec(path)',
		test: [
			'test/contract/simulation.test.ts',
			'the model in process lets a batch settle when two seconds have passed on its clock, and not before',
		],
	},
	{
		name: 'a world in process keeps every batch for ever',
		file: `${N}/simulation/rules/batches/batches.ts`,
		find: 'if (kept <= recordsKept) return;',
		replace: 'if (kept <= Infinity) return;',
		test: [
			'test/contract/simulation.test.ts',
			'the model in process forgets the oldest batches when it has more records than it may keep',
		],
	},
	{
		name: 'a word of a bug report is a value',
		file: `${N}/resources/account/facts/facts.ts`,
		find: 'MACHINE_WORD.test(word.trim()) ? word.trim() : NO_MACHINE_WORD',
		replace: 'word.trim()',
		test: [
			'test/unit/resources/account/facts.test.ts',
			'the facts of a bug report hold no value of any field: Asha Rao',
		],
	},
	{
		name: 'a name of a field in a bug report is a value',
		file: `${N}/resources/account/facts/fieldTypes.ts`,
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
		file: `${N}/resources/account/checks/labels.ts`,
		find: "readWord(LABEL_TYPE, type) === 'static'",
		replace: 'false',
		test: ['test/engine/checkSetupLists.test.ts', 'labels that are static cannot be shown'],
	},
	{
		name: 'a word that nobody knows is not named in daily use',
		file: `${N}/items/run.ts`,
		find: 'for (const hint of api.value.hintsAfterRun?.() ?? []) showHint(context, hint);',
		replace: '',
		test: [
			'test/engine/unknownWords.test.ts',
			'words that this version does not know are named for the states of numbers, three at most',
		],
	},
	{
		name: 'a test event carries the Webhook Key through the internet unencrypted',
		file: `${N}/resources/event/webhookAddress.ts`,
		find: "exposureOf(url.href) === 'internet'",
		replace: "exposureOf(url.href) === 'none'",
		test: [
			'test/unit/resources/event/webhookAddress.test.ts',
			'the address of a test event must not carry the key through the internet in the clear: http://203.0.113.7/',
		],
	},
	{
		name: 'a test event follows a redirect with the key',
		file: `${N}/resources/event/post.ts`,
		find: 'disableFollowRedirect: true',
		replace: 'disableFollowRedirect: false',
		test: [
			'test/engine/sendTestKey.test.ts',
			'the key of a test event does not follow a redirect to another host',
		],
	},
	{
		name: 'the output of a test event shows the Webhook Key',
		file: `${N}/resources/event/toRow.ts`,
		find: "key === '' ? text :",
		replace: "key !== '' ? text :",
		test: [
			'test/engine/sendTestKey.test.ts',
			'the key of a test event is in no output, though the server echoes the address',
		],
	},
	{
		name: 'a test event that was answered too late counts as taken',
		file: `${N}/resources/event/advise.ts`,
		find: 'durationMs > READ_TIMEOUT_MS',
		replace: 'durationMs > Infinity',
		test: [
			'test/unit/resources/event/advise.test.ts',
			'what is said of a test event is that an answer after 20 seconds is too late',
		],
	},
	{
		name: 'an error item of a simulation looks like a real one',
		file: `${N}/items/results.ts`,
		find: 'details: withMark(details, simulated)',
		replace: 'details',
		test: [
			'test/engine/simulationRuns.test.ts',
			'the simulation marks the items of a run that is refused as a whole',
		],
	},
	{
		name: 'a summary of a simulation looks like a real one',
		file: `${N}/items/finish.ts`,
		find: 'json: withMark(summary, simulated)',
		replace: 'json: summary',
		test: [
			'test/engine/simulationRuns.test.ts',
			'the simulation marks the summary of a run that waits for its outcomes',
		],
	},
	{
		name: 'the simulation logs in once and never again',
		file: `${N}/api/simulated.ts`,
		find: 'reply.failure.status === 401',
		replace: 'reply.failure.status === 499',
		test: [
			'test/unit/api/simulated.test.ts',
			'the simulation behind the client logs in by itself, and again when its access token has expired',
		],
	},
	{
		name: 'the simulation asks for a credential',
		file: `${N}/Truecaller.node.ts`,
		find: "displayOptions: { hide: { connectTo: ['simulation'] } },",
		replace: '',
		test: [
			'test/unit/resources/connectTo.test.ts',
			'Connect To a workflow in the simulation asks for a credential: {"connectTo":"simulation"} → false',
		],
	},
	{
		name: 'the list of labels cannot be loaded in the simulation',
		file: `${N}/resources/pickers/label.ts`,
		find: 'skipCredentialsCheckInRLC: true',
		replace: 'skipCredentialsCheckInRLC: false',
		test: [
			'test/unit/resources/connectTo.test.ts',
			'Connect To the editor loads every list of names without a credential, as the simulation has none',
		],
	},
	{
		name: 'AI builders are not told what an operation puts out',
		file: `${N}/builders/actionHint.ts`,
		find: '`Output item: ${toShape(operation.output)}`,',
		replace: "'',",
		test: [
			'test/engine/builders/definition.test.ts',
			'the definition that AI builders read names every key that number list puts out',
		],
	},
	{
		name: 'what stands in a hint for AI builders is greyed out in the editor',
		file: `${N}/builders/briefFields.ts`,
		find: "connectTo: ['nothing']",
		replace: "connectTo: ['truecaller']",
		test: [
			'test/engine/builders/definition.test.ts',
			'what the definition leaves out is enabled in the editor all the same, connected to truecaller',
		],
	},
	{
		name: 'a country code that a workflow has stored is not read any more',
		file: `${N}/phone/findCountry.ts`,
		find: 'byIso.get(ALSO_WRITTEN[word] ?? word) ??',
		replace: '',
		test: [
			'test/unit/phone/defaultCountry.test.ts',
			'Default Country keeps reading every code that the list of earlier versions stored',
		],
	},
	{
		name: 'the answer to a test event is read without a limit',
		file: `${N}/resources/event/readStart.ts`,
		find: 'bytes > limitBytes',
		replace: 'bytes > Infinity',
		test: [
			'test/engine/sendTestAnswers.test.ts',
			'the answer to a test event is read up to the same limit when it was compressed',
		],
	},
	{
		name: 'a test event waits without end for the rest of an answer',
		file: `${N}/resources/event/readStart.ts`,
		find: 'return await Promise.race([readPieces(body, limitBytes), late]);',
		replace: 'return await readPieces(body, limitBytes);',
		test: [
			'test/unit/resources/event/readStart.test.ts',
			'the beginning of an answer is none in time of a stream that n8n has wrapped, whose loop never ends',
		],
	},
	{
		name: 'a refusal by a fault of the server is taken for one of the form',
		file: `${N}/api/dialects/refusal.ts`,
		find: 'status >= 400 && status < 500',
		replace: 'status >= 400',
		test: [speak, 'a request that was refused by a fault of the server is not sent again'],
	},
	{
		name: 'a refusal by the rate limit is taken for one of the form',
		file: `${N}/api/dialects/refusal.ts`,
		find: '[401, 403, 407, 408, 429]',
		replace: '[401, 403, 407, 408]',
		test: [speak, 'a request that was refused by the rate limit is not sent again'],
	},
	{
		name: 'a refusal after the push is taken for one of the form',
		file: `${N}/api/dialects/refusal.ts`,
		find: "'failedToPush',",
		replace: '',
		test: [speak, 'a request that was refused for a phone out of reach is not sent again'],
	},
	{
		name: 'a refusal for any reason is taken for one of the form',
		file: `${N}/api/dialects/judging.ts`,
		find: 'CONTRADICTIONS[slot.name].isNamed(refusal) &&',
		replace: '',
		test: [speak, 'a request that was refused for its end is not sent again'],
	},
	{
		name: 'a form that was accepted is given up for one bad record',
		file: `${N}/api/dialects/judging.ts`,
		find: '&& !memory.triedOf(slot).accepted.has(form)',
		replace: '',
		test: [
			speak,
			'a request that was refused for its form after a success in that form is a record at fault, and is not sent again',
		],
	},
	{
		name: 'what no form brings through is told in the words of the last refusal',
		file: `${N}/api/dialects/search.ts`,
		find: 'return named ? first : last;',
		replace: 'return last;',
		test: [
			speak,
			'a request that was refused for its form stays refused in the first words when no form is accepted, and is not tried again',
		],
	},
	{
		name: 'every call of the first run pays for the search',
		file: `${N}/api/dialects/memory.ts`,
		find: 'first = within(PATIENCE_MS, reply);',
		replace: 'void PATIENCE_MS;',
		test: [
			'test/unit/api/dialects/speak.together.test.ts',
			'requests that start together wait for the answer of the first, so that one of them pays for the search',
		],
	},
	{
		name: 'a number format that was chosen is departed from',
		file: `${N}/resources/callPersonalisation/call.ts`,
		find: "numberFormat === 'automatic'",
		replace: "numberFormat !== 'asTyped'",
		test: [
			'test/engine/dialects.test.ts',
			'an account that wants numbers with + gets what was chosen when Number Format is withoutPlus, and the refusal is told',
		],
	},
	{
		name: 'a pasted column of one line stays one number',
		file: `${N}/resources/number/splitNumbers.ts`,
		find: 'withPlus.length > 1 &&',
		replace: 'withPlus.length < 1 &&',
		test: [
			'test/unit/resources/number/splitNumbers.test.ts',
			'several numbers in one text may come with spaces alone between them, as a field of one line makes them of a column',
		],
	},
	{
		name: 'an error about several items loses what to do about each cause',
		file: `${N}/items/explainUnreadable.ts`,
		find: '${sentence(todo)}`);',
		replace: '`);',
		test: [
			'test/unit/items/explainUnreadable.test.ts',
			'the error for items that cannot be read groups many by cause, and keeps what to do about each',
		],
	},
	{
		name: 'an error names the wrong row of the sheet',
		file: `${N}/items/explainUnreadable.ts`,
		find: 'const HEADING_AND_COUNT = 2;',
		replace: 'const HEADING_AND_COUNT = 1;',
		test: [
			'test/engine/personaliseErrors.test.ts',
			'items that cannot be sent stop the run before anything is sent, and all of them are named',
		],
	},
	{
		name: 'Sync tells more of a number than its last four digits',
		file: `${N}/resources/number/sync/explainEntries.ts`,
		find: 'digitsOf(input).slice(-4)',
		replace: 'digitsOf(input)',
		test: [
			'test/unit/resources/number/explainEntries.test.ts',
			'entries that keep a feature set from being synced are named by their place and their last four digits',
		],
	},
	{
		name: 'the call window of a row is that of another time zone',
		file: `${N}/api/reading/recordWindow.ts`,
		find: '.setZone(timezone).offset',
		replace: ".setZone('UTC').offset",
		test: [
			'test/engine/personalise.test.ts',
			'personalising calls puts out what was sent, as it was sent, and Truecaller’s own words',
		],
	},
	{
		name: 'a list that filters made empty says nothing of it',
		file: `${N}/resources/lists/tellRows.ts`,
		find: 'isEmpty(place) && isFiltered(each)',
		replace: 'isEmpty(place) && !isFiltered(each)',
		test: [
			'test/engine/hints.test.ts',
			'the hint after a run says that a list may go on, and why nothing is in it',
		],
	},
];
