import type { IDataObject } from 'n8n-workflow';

import type { Endpoint, RecordForm } from '../facts/endpoints';
import { CONTRADICTIONS } from './contradictions';
import type { ContradictionName } from './contradictions';
import type { Memory, SentForms, Slot } from './memory';

/**
 * How the content of a request is written. `plus`: the page of the request documents a leading `+`;
 * `automaticPlus`: Number Format → Automatic writes one.
 */
export type Form = RecordForm & {
	readonly automaticPlus: boolean;
	readonly inSeconds: boolean;
	readonly numbersAsText: boolean;
	/** Names to send beside label IDs, by ID; empty if the account does not ask for names. */
	readonly labelNames: ReadonlyMap<string, string>;
};

/** A request in one version. */
export type VersionOfCall = Endpoint & Partial<RecordForm>;

/** The parts of a request that may be sent in another form when Truecaller refuses the first. */
export type OpenForms = {
	/** The kind of request. Requests of one kind share what is found out. */
	readonly place: 'realTime' | 'batch' | 'numbers' | `status ${string}`;
	/**
	 * The same request in other versions, in the order they are tried. Absent if the user chose a
	 * version.
	 */
	readonly otherVersions?: readonly VersionOfCall[];
	/** Contradictions that are still open. A choice of the user closes one. */
	readonly open: readonly ContradictionName[];
	/** Returns the IDs of labels in the records that have no name beside them. */
	readonly labelIds?: () => readonly string[];
};

/** A request as it is sent: its version, forms and headers. */
export type Chosen = {
	readonly endpoint: VersionOfCall;
	readonly sent: SentForms;
	readonly headers: IDataObject;
	readonly form: Form;
};

const NO_NAMES: ReadonlyMap<string, string> = new Map();

const toSlot = (name: ContradictionName, where: string): Slot => ({
	name,
	key: `${name} ${where}`,
	forms: CONTRADICTIONS[name].forms.map(([form]) => form),
});

/**
 * Returns the slot of the number format, with the form that the page of the request prints first.
 */
const toPlusSlot = (where: string, { plus }: VersionOfCall): Slot => {
	const slot = toSlot('plus', where);
	return plus ? { ...slot, forms: [...slot.forms].reverse() } : slot;
};

const HEADERS_OF_ALL = [toSlot('accept', ''), toSlot('publicAccess', '')] as const;
const HEADERS_OF_GET = [...HEADERS_OF_ALL, toSlot('contentType', '')] as const;

const toHeaders = (sent: ReadonlyMap<ContradictionName, string>): IDataObject => ({
	...(sent.get('accept') === 'vendor' ? { Accept: 'application/vnd.api+json; version=1.0' } : {}),
	...(sent.get('contentType') === 'always' ? { 'Content-Type': 'application/json' } : {}),
	...(sent.get('publicAccess') === 'always' ? { 'X-Public-Access': 'allow' } : {}),
});

const toForm = (
	{ plus = false, formerNames = false }: VersionOfCall,
	sent: ReadonlyMap<ContradictionName, string>,
	{ labelNames }: Memory,
): Form => ({
	plus,
	formerNames: formerNames || sent.get('names') === 'former',
	automaticPlus: sent.has('plus') ? sent.get('plus') === 'withPlus' : plus,
	inSeconds: sent.get('times') === 'seconds',
	numbersAsText: sent.get('phoneNumbers') === 'text',
	labelNames: sent.get('labelName') === 'always' ? labelNames : NO_NAMES,
});

/**
 * Returns the slots of a request whose version is known. [D1] v1 has the former names on every
 * page.
 */
const slotsOf = (endpoint: VersionOfCall, { place, open }: OpenForms): Slot[] => {
	const where = place === 'numbers' ? place : `${endpoint.method} ${endpoint.path}`;
	const names = open.filter((name) => name !== 'names' || endpoint.formerNames !== true);
	return names.map((name) => (name === 'plus' ? toPlusSlot(where, endpoint) : toSlot(name, where)));
};

const versionSlot = (first: VersionOfCall, { place, otherVersions = [] }: OpenForms): Slot => ({
	name: 'version',
	key: `version ${place}`,
	forms: [first, ...otherVersions].map(({ path }) => path),
});

/** Chooses the forms to send a request in, by what is known about the account now. */
export const choose = (
	first: VersionOfCall,
	open: OpenForms | undefined,
	memory: Memory,
): Chosen => {
	const slots: Slot[] = [...(first.method === 'GET' ? HEADERS_OF_GET : HEADERS_OF_ALL)];
	let endpoint = first;
	if (open?.otherVersions?.length) {
		const slot = versionSlot(first, open);
		const path = memory.formOf(slot);
		endpoint = open.otherVersions.find((each) => each.path === path) ?? first;
		slots.unshift(slot);
	}
	if (open) slots.push(...slotsOf(endpoint, open));
	const sent = new Map(slots.map((slot) => [slot, memory.formOf(slot)]));
	const byName = new Map([...sent].map(([{ name }, form]) => [name, form]));
	return {
		endpoint,
		sent,
		headers: toHeaders(byName),
		form: toForm(endpoint, byName, memory),
	};
};

/** Returns the form that the page of a request documents. */
export const documentedForm = ({
	plus = false,
	formerNames = false,
}: Partial<RecordForm>): Form => ({
	plus,
	formerNames,
	automaticPlus: plus,
	inSeconds: false,
	numbersAsText: false,
	labelNames: NO_NAMES,
});
