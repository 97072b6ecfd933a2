import type { Obstacle, Words } from './answer';

/**
 * Message and fix for each obstacle between n8n and Truecaller. In all these cases nothing was
 * sent.
 */
export const OBSTACLES: Readonly<Record<Obstacle, Words>> = {
	proxy: {
		message: 'A proxy or firewall between n8n and Truecaller turned the request away',
		todo: 'Ask whoever runs the network of n8n to let requests through to the Base URL of the credential. If n8n uses a proxy, check HTTPS_PROXY and its user name and password.',
	},
	stranger: {
		message: 'Something other than the Truecaller API answered at the Base URL of the credential',
		todo: 'Check Base URL in the credential. If it is right, a proxy or firewall between n8n and Truecaller answered: ask whoever runs the network of n8n to let requests through to Base URL.',
	},
	certificate: {
		message: 'n8n does not trust the certificate at the Base URL of the credential',
		todo: 'If a proxy in your network reads https, give n8n its root certificate with NODE_EXTRA_CA_CERTS and start n8n again. Otherwise check Base URL in the credential.',
	},
	allowedDomains: {
		message: 'The credential does not allow requests to its own Base URL',
		todo: 'In the credential, set Allowed HTTP Request Domains to All, or add the host of Base URL to Allowed Domains.',
	},
};
