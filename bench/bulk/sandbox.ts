import axios from 'axios';
import { anyFreePort } from '../../playground/system/ports';
import { openSandbox } from '../../playground/sandboxProcess';

type Arrival = {
	at: number;
	status: number | null;
	trimmed: boolean;
	body: { receiver_number?: string; call_records?: Array<{ receiver_number?: string }> } | null;
};

export type BulkSandbox = Awaited<ReturnType<typeof openBulkSandbox>>;

/** The sandbox as a process of its own, and what the bench asks of its control plane. */
export const openBulkSandbox = async (folder: string) => {
	const service = openSandbox(folder, await anyFreePort());
	const http = axios.create({ baseURL: `${service.url}/sandbox`, proxy: false });
	return {
		url: service.url,
		start: service.start,
		stop: service.stop,
		settings: async (settings: object) => await http.post('/settings', settings),
		/** As freshly started: tokens, quota, settings and what was received are gone. */
		reset: async () => await http.post('/reset'),
		/** Every call that arrived at a route, in the order of arrival. */
		received: async (route = 'batchV3') =>
			(await http.get<Arrival[]>('/received', { params: { route } })).data,
	};
};
