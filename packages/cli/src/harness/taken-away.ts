/** A store as an archive from which somebody took cases away, so that it is whole and has fewer of them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { E } from '@lienthong/core/fp';
import { archiveJournal } from '../archive/archive-journal.js';
import { eventLine, headerLine, readEventLine } from '../archive/format.js';
import { describe } from '../archive/write-archive.js';
import type { Desk } from './a-desk.js';

/** The name of the archive, in the folder of the desk. */
export const takenAway = async (
  { cwd, lienthong }: Pick<Desk, 'cwd' | 'lienthong'>,
  store: string,
  isTaken: (stream: string) => boolean,
): Promise<string> => {
  await lienthong('export', store, '--out', 'all.ndjson');
  const [, ...lines] = readFileSync(join(cwd, 'all.ndjson'), 'utf8').trimEnd().split('\n');
  const left = lines.flatMap((line) => readEventLine(line) ?? []).filter(({ stream }) => !isTaken(stream));
  const header = await describe(archiveJournal(left), store);
  if (E.isLeft(header)) throw new Error(header.left.kind);
  writeFileSync(join(cwd, 'fewer.ndjson'), headerLine(header.right) + left.map(eventLine).join(''));
  return 'fewer.ndjson';
};
