/** Goal 16: an archive of lines, in and out. */
import { createReadStream, createWriteStream, readFileSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import type { StoredEvent } from '@lienthong/core';
import { link } from '@lienthong/core/evidence';
import { bytesOf } from '../../../packages/cli/src/archive/file-bytes.js';
import { eventLine } from '../../../packages/cli/src/archive/format.js';
import { textLines } from '../../../packages/core/src/evidence/text-lines.js';
import { atLeast, type Goal, ratesOf, shown, stable } from '../goal.js';
import { compare, mustBe, type Variant } from '../measure.js';
import { sha256 } from '../sqlite.js';
import { casesOf, still } from '../workload.js';

const PAGE = 1000;

const importing = (name: string, count: number, read: () => AsyncIterable<string>): Variant => ({
  name,
  setUp: () => {
    let found = 0;
    return {
      work: async () => {
        for await (const line of read()) if ((JSON.parse(line) as StoredEvent).hash.length === 64) found += 1;
        return count;
      },
      check: () => mustBe(name, found, count),
    };
  },
});

const exporting = (
  name: string,
  path: string,
  events: readonly StoredEvent[],
  chunks: () => Iterable<string>,
): Variant => ({
  name,
  setUp: () => ({
    work: async () => {
      const file = createWriteStream(path);
      for (const chunk of chunks())
        if (!file.write(chunk)) await new Promise<void>((go) => file.once('drain', () => go()));
      file.end();
      await finished(file);
      return events.length;
    },
    check: () => mustBe(name, readFileSync(path, 'utf8').split('\n').length, events.length + 1),
    tearDown: () => rmSync(path, { force: true }),
  }),
});

function* byPage(events: readonly StoredEvent[], line: (event: StoredEvent) => string): Generator<string> {
  for (let at = 0; at < events.length; at += PAGE)
    yield events
      .slice(at, at + PAGE)
      .map(line)
      .join('');
}

async function* ownLines(path: string): AsyncGenerator<string> {
  for await (const lines of textLines(bytesOf(path))) {
    for (const line of lines) if (line.whole) yield line.text;
  }
}

const plainLine = (event: StoredEvent): string => `${JSON.stringify(event)}\n`;

export const goal: Goal = {
  number: 16,
  title: 'Archives of lines',
  fairness:
    'Into and out of a file, parsed and written whole. Our export writes canonical text (RFC 8785), a page of 1000 events at a time; writing ' +
    'event by event writes JSON.stringify. Neither import verifies.',
  run: async (scale) => {
    const events = casesOf(16, scale.size(40_000, 4_000)).flatMap(({ stream, events: given }) =>
      link(stream, undefined, given, still.now(), { digest: sha256 }).map(({ event }, index) => ({
        ...event,
        position: String(index).padStart(16, '0'),
      })),
    );
    const path = `${scale.folder}/archive.ndjson`;
    const out = `${scale.folder}/out.ndjson`;
    const file = createWriteStream(path);
    for (const page of byPage(events, eventLine)) file.write(page);
    file.end();
    await finished(file);
    const compared = await compare({ ...scale, judged: 'cpu' }, [
      importing('readline and parse', events.length, () =>
        createInterface({ input: createReadStream(path), crlfDelay: Infinity }),
      ),
      importing('ours, textLines and parse', events.length, () => ownLines(path)),
      exporting('JSON.stringify and a write an event', out, events, () => events.map(plainLine)),
      exporting('ours, a write a page', out, events, () => byPage(events, eventLine)),
      exporting('JSON.stringify and a write a page', out, events, () => byPage(events, plainLine)),
    ]);
    return {
      rows: [
        stable(
          atLeast(
            'import against readline and parse',
            1.1,
            compared,
            'ours, textLines and parse',
            'readline and parse',
          ),
        ),
        atLeast(
          'export against a write an event',
          1.4,
          compared,
          'ours, a write a page',
          'JSON.stringify and a write an event',
          'ours sorts keys and checks as it writes',
        ),
        shown(
          'pages alone, without canonical text',
          compared,
          'JSON.stringify and a write a page',
          'JSON.stringify and a write an event',
        ),
      ],
      rates: ratesOf(compared, 'events/s'),
    };
  },
};
