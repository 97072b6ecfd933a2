/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test program, never shipped */
import { runInThisContext } from 'node:vm';

import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INode,
	IRequestOptionsSimplified,
} from 'n8n-workflow';
import { ICredentialsHelper } from 'n8n-workflow';

const EXPRESSION = /\{\{(.+?)\}\}/g;

type Template = (credentials: ICredentialDataDecryptedObject) => unknown;
const compiled = new Map<string, Template>();

/** Compiles an expression once: a context for each call would draw out a burst that is timed. */
const compile = (code: string): Template => {
	const known = compiled.get(code);
	if (known) return known;
	const template = runInThisContext(`($credentials) => (${code})`) as Template;
	compiled.set(code, template);
	return template;
};

/**
 * Keeps one credential in memory and treats it as n8n does: logs in when the expirable value is empty or
 * expired, stores all that the login returns, and adds the token to each call. Real persistence is what the
 * e2e tests are for.
 */
export class MemoryCredentials extends ICredentialsHelper {
	/** Ends a call after this long, whatever time-out it was made with: no test waits a minute for one. */
	longestCallMs: (options: IHttpRequestOptions) => number = () => Infinity;

	constructor(
		private readonly type: ICredentialType,
		public stored: ICredentialDataDecryptedObject,
	) {
		super();
	}

	/** What expressions in the credential give for an item. */
	ofItem: (index: number) => ICredentialDataDecryptedObject = () => ({});

	async getDecrypted(
		...[, , , , , , values]: Parameters<ICredentialsHelper['getDecrypted']>
	): Promise<ICredentialDataDecryptedObject> {
		return { ...this.stored, ...this.ofItem(values?.itemIndex ?? 0) };
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		_type: string,
		_node: INode,
		isExpired: boolean,
	): Promise<ICredentialDataDecryptedObject | undefined> {
		if (credentials.accessToken !== '' && !isExpired) return undefined;
		const httpRequest: typeof helpers.helpers.httpRequest = async (options) =>
			await helpers.helpers.httpRequest(this.hurry(options));
		const renewed = await this.type.preAuthentication?.call(
			{ ...helpers, helpers: { ...helpers.helpers, httpRequest } },
			credentials,
		);
		if (!renewed) return undefined;
		Object.assign(this.stored, renewed);
		return Object.assign(credentials, renewed);
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		_type: string,
		options: IHttpRequestOptions | IRequestOptionsSimplified,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = this.type;
		if (!authenticate || typeof authenticate === 'function')
			throw new Error('The credential authenticates by template');
		const headers: Record<string, string> = {};
		for (const [name, template] of Object.entries(authenticate.properties.headers ?? {})) {
			headers[name] = String(template)
				.replace(/^=/, '')
				.replace(EXPRESSION, (_match, code: string) => String(compile(code)(credentials)));
		}
		return this.hurry({
			...(options as IHttpRequestOptions),
			headers: { ...options.headers, ...headers },
		});
	}

	private hurry(options: IHttpRequestOptions): IHttpRequestOptions {
		if (options.timeout === undefined) throw new Error('A call was made that may take for ever');
		return { ...options, timeout: Math.min(options.timeout, this.longestCallMs(options)) };
	}

	getParentTypes(): string[] {
		return [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	getCredentialsProperties() {
		return this.type.properties;
	}

	async getCredentials(): Promise<never> {
		throw new Error('Not defined here');
	}

	async runPreAuthentication(): Promise<never> {
		throw new Error('Not defined here');
	}

	async updateCredentials(): Promise<never> {
		throw new Error('Not defined here');
	}

	async updateCredentialsOauthTokenData(): Promise<never> {
		throw new Error('Not defined here');
	}
}
