import { readUnfit } from '../../api/reading/answer';
import type { Failure } from '../../api/reading/answer';
import type { Form } from '../../api/dialects/form';
import { ENDPOINTS } from '../../api/facts/endpoints';
import { explainFailure, problem } from '../../api/problems';
import type { Problem } from '../../api/problems';
import type { Api } from '../../api/request';
import { withoutPlus } from '../../phone/phoneNumber';
import type { E164 } from '../../phone/phoneNumber';
import type { ChunkReply } from '../../items/inChunks';
import type { ChangeState } from './changing';
import { ADVICE, readNumbersAnswer } from '../../api/reading/numbersAnswer';
import type { NumberCall, NumberResult, NumbersAnswer } from '../../api/reading/numbersAnswer';

const CALLS = { list: ENDPOINTS.listNumbers, delist: ENDPOINTS.delistNumbers } as const;

/**
 * Returns the status for the row: Truecaller's word for an accepted number, null if nothing
 * changes.
 */
const statusOf = (result: NumberResult, { status }: NumbersAnswer): string | null => {
	if (result === 'accepted') return status;
	if (result === 'stillProcessing') return 'pending';
	return result === 'alreadyThere' || result === 'notThere' ? null : 'failed';
};

const adviceOf = (result: NumberResult, status: string | null): string =>
	result === 'accepted' && status === 'failed'
		? 'Try again in a few minutes; Truecaller did not take this on'
		: ADVICE[result];

/** [I] A full feature set is refused as a whole; the words are not documented. */
const isFull = ({ said = '' }: Failure): boolean =>
	/limit|maximum|exceed|at most|too many/i.test(said);

const explain = (failure: Failure): Problem => {
	const { message, todo, details } = explainFailure(failure);
	if (failure.kind === 'answered' && failure.status === 404)
		return problem(
			'Truecaller does not know this feature set',
			"Choose the 'Feature Set' from the list.",
			details,
		);
	if (failure.kind !== 'noAnswer' && (failure.status ?? 0) < 500)
		return problem(message, todo, details);
	return problem(
		message,
		`${todo} Look with Get Many first: the numbers may have been taken.`,
		details,
	);
};

/**
 * Returns numbers in the form in which they are sent: a list of digits, unless the account expects
 * another form.
 */
const writeNumbers = (
	numbers: readonly E164[],
	{ automaticPlus, numbersAsText }: Form,
): string[] | string => {
	const written = automaticPlus ? [...numbers] : numbers.map(withoutPlus);
	return numbersAsText ? written.join(',') : written;
};

/**
 * POST …/numbers/publish or …/delist with up to 10,000 numbers of one feature set. Returns a state
 * for each, in their order.
 */
export const sendNumbers = async (
	change: NumberCall,
	numbers: readonly E164[],
	api: Api,
	featureSetId: string,
): Promise<ChunkReply<ChangeState>> => {
	const reply = await api.send(CALLS[change]({ featureSet: featureSetId }), {
		body: (_nowMs, form) => ({ phone_numbers: writeNumbers(numbers, form) }),
		openForms: { place: 'numbers', open: ['phoneNumbers', 'plus'] },
	});
	const toState = (result: NumberResult, status: string | null): ChangeState => ({
		result,
		status,
		advice: adviceOf(result, status),
	});
	const answer = readNumbersAnswer(change, reply.ok ? reply.body : reply.failure.body);
	if (answer) {
		const results = numbers.map((number) => answer.resultOf(number));
		return { ok: true, value: results.map((result) => toState(result, statusOf(result, answer))) };
	}
	const failure: Failure = reply.ok ? readUnfit(reply.body) : reply.failure;
	if (isFull(failure))
		return { ok: true, value: numbers.map(() => toState('limitReached', 'failed')) };
	const isUnderWay = failure.kind === 'cancelled' && reply.sent !== undefined;
	return { ok: false, problem: explain(failure), isUnderWay };
};
