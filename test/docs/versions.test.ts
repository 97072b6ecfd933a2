import { versions } from '../../playground/n8n/versions';
import { read, sectionOf, tableOf } from './markdown';

it('Every n8n that the README promises is one that the tests run in, on that very Node', () => {
	const rows = tableOf(sectionOf(read('README.md'), 'Compatibility'), [
		'n8n',
		'Node.js',
		'What is different there',
	]).map(([n8n, node]) => [n8n, node]);
	expect(rows).toEqual(versions.map(({ n8n, node }) => [n8n, node]));
	expect(rows.length).toBeGreaterThan(2);
});
