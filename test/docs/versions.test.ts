import { versions } from '../../playground/n8n/versions';
import { page, tableOf } from './markdown';

it('Every n8n version that the documentation promises is tested, on the Node.js version beside it', () => {
	const rows = tableOf(page('compatibility'), ['n8n', 'Node.js', 'What is different there']).map(
		([n8n, node]) => [n8n, node],
	);
	expect(rows).toEqual(versions.map(({ n8n, node }) => [n8n, node]));
	expect(rows.length).toBeGreaterThan(2);
});
