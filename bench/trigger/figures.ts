const ascending = (values: readonly number[]): number[] =>
	[...values].sort((one, other) => one - other);

/** The smallest value that so many per cent of all do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
	const place = Math.max(1, Math.ceil((values.length * percent) / 100));
	return ascending(values)[place - 1] ?? NaN;
}

export function median(values: readonly number[]): number {
	const sorted = ascending(values);
	const middle = sorted.slice(
		Math.floor((sorted.length - 1) / 2),
		Math.floor(sorted.length / 2) + 1,
	);
	return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

/** A table as Markdown writes it, which a terminal shows as well. */
export function toTable(rows: ReadonlyArray<readonly string[]>): string {
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.max(...rows.map((row) => row[column]?.length ?? 0)),
	);
	const lines = rows.map(
		(row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`,
	);
	const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
	return [lines[0], rule, ...lines.slice(1)].join('\n');
}
