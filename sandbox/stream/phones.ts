import type { WireLabel } from '../../nodes/Truecaller/api/facts/wire';
import type { Phone } from '../memory/phones';
import type { SandboxWorld } from '../world';

type Names = ReadonlyMap<string, string>;

/** Cached, so that up to 100,000 labels are read once and not for each phone. */
const namesOf = new WeakMap<readonly WireLabel[], Names>();

function labelNames(clientAccountId: string, { labels, settings }: SandboxWorld): Names {
	const rows = labels.of(clientAccountId, settings.labelCount);
	const known = namesOf.get(rows);
	if (known) return known;
	const names = new Map(rows.map(({ id, name }) => [id, name]));
	namesOf.set(rows, names);
	return names;
}

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Returns a phone as the page draws it, without field names of the API. */
export function showPhone(phone: Phone, world: SandboxWorld) {
	const { number, sight, record, atMs, batchId, calls, clientAccountId } = phone;
	const labelId = textIn(record.label_id);
	const label = labelNames(clientAccountId, world).get(labelId) ?? '';
	return {
		number,
		sight,
		atMs,
		batchId,
		calls,
		labelId,
		label,
		// [D3] The name of the label is shown if the call has none.
		name: textIn(record.dynamic_label_name) || label,
		reason: textIn(record.dynamic_call_reason),
		caller: textIn(record.caller_number).replace('+', ''),
		startsAt: numberIn(record.starts_at),
		endsAt: numberIn(record.ends_at),
	};
}
