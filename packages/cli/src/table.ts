/** Lays rows out in columns for a terminal. Widths are counted in characters as they are seen, so Vietnamese stays in line. */

const seen = (text: string): number => [...text.normalize('NFC')].length;

/** The last column is not padded, so that no line ends in blanks. */
export const inColumns = (rows: readonly (readonly string[])[], indent = ''): readonly string[] => {
  const widths: number[] = [];
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, seen(cell));
  return rows.map((row) =>
    `${indent}${row.map((cell, at) => cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - seen(cell)))).join('  ')}`.trimEnd(),
  );
};
