import { findVersion } from '../../../playground/n8n/versions';
import { sharedN8n, sharedWishes } from '../n8n';

test('these tests run in the n8n that they say, on the Node that they say', async () => {
	const { n8n, node } = findVersion(sharedWishes().version);
	const { rest } = await sharedN8n();
	const { data } = (await rest.http.get<{ data: object }>('/settings')).data;
	expect(data).toMatchObject({ versionCli: n8n, nodeJsVersion: node });
});
