/** Rows of a CSV text (RFC 4180): commas, quotes doubled inside quotes, any line end; each row with the line it begins on. */

type CsvRow = Readonly<{ line: number; cells: readonly string[] }>;

/** `undefined` where a quote is never closed, or something follows a closed one. */
export const csvRows = (text: string): Readonly<{ rows: readonly CsvRow[]; brokenAt?: number }> => {
  const rows: CsvRow[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  let line = 1;
  let begun = 1;
  let cells: string[] = [];
  cell.lastIndex = text.startsWith('\uFEFF') ? 1 : 0;
  while (cell.lastIndex < text.length || cells.length > 0) {
    const at = cell.exec(text);
    if (at === null) return { rows, brokenAt: line };
    const [whole, quoted, plain = '', end] = at;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    line += whole.split(/\r\n|\n|\r/).length - 1;
    if (end === ',') continue;
    if (cells.length > 1 || cells[0] !== '') rows.push({ line: begun, cells });
    cells = [];
    begun = line;
  }
  return { rows };
};
