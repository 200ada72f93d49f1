/** Goal 14: making the hash chain, and verifying it from the bytes that a store keeps. */
import { hash } from 'node:crypto';
import { digest, GENESIS, link } from '@lienthong/core/evidence';
import canonicalize from 'canonicalize';
import { sha256 as storeSha256 } from '../../../packages/store-sqlite/src/sha256.js';
import { atLeast, type Goal, ratesOf, shown } from '../goal.js';
import { compare, mustBe, type Variant } from '../measure.js';
import { sha256 } from '../sqlite.js';
import { type Case, casesOf, eventsOf, still } from '../workload.js';

type Chain = (one: Case) => string;

const chained = (name: string, cases: readonly Case[], chain: Chain, wanted: string): Variant => ({
  name,
  setUp: () => {
    let last = '';
    return {
      work: () => {
        for (const one of cases) last = chain(one);
        return eventsOf(cases).length;
      },
      check: () => mustBe(name, last, wanted),
    };
  },
});

/** What the popular pieces come to, put together: canonicalize and SHA-256 in JavaScript. */
const byHand: Chain = ({ stream, events }) => {
  let previous = GENESIS;
  events.forEach((event, revision) => {
    const bound = { ...event, v: 1, stream, revision, recordedAt: still.now(), previous };
    previous = digest(canonicalize(bound) as string);
  });
  return previous;
};

const ours =
  (hashOf?: (text: string) => string): Chain =>
  ({ stream, events }) =>
    link(stream, undefined, events, still.now(), hashOf === undefined ? {} : { digest: hashOf }).at(-1)?.event.hash ??
    '';

export const goal: Goal = {
  number: 14,
  title: 'The hash chain',
  fairness:
    'Ours writes RFC 8785 with a cached order of keys and refuses what JSON cannot say; with Node’s SHA-256 as the stores on Node do, and ' +
    'with the JavaScript one as browsers do. Verifying hashes the bytes as they are kept and compares.',
  run: async (scale) => {
    const cases = casesOf(14, scale.size(24_000, 3_000));
    const wanted = byHand(cases.at(-1) as Case);
    const lines = cases.flatMap(({ stream, events }) =>
      link(stream, undefined, events, still.now(), { digest: sha256 }),
    );
    const kept = lines.map(({ event, text }) => ({ hash: event.hash, bytes: Buffer.from(text) }));
    const verifying = (name: string, run: (bytes: Buffer, wanted: string) => boolean): Variant => ({
      name,
      setUp: () => {
        let good = 0;
        return {
          work: () => {
            for (const { bytes, hash: expected } of kept) if (run(bytes, expected)) good += 1;
            return kept.length;
          },
          check: () => mustBe(name, good, kept.length),
        };
      },
    });
    const compared = await compare({ ...scale, judged: 'cpu' }, [
      chained('canonicalize and SHA-256 in JavaScript', cases, byHand, wanted),
      chained('ours, Node’s SHA-256', cases, ours(sha256), wanted),
      chained('ours, SHA-256 in JavaScript', cases, ours(), wanted),
      verifying('limit: hashing alone', (bytes) => hash('sha256', bytes, 'hex').length === 64),
      verifying('ours, verifying stored bytes', (bytes, expected) => storeSha256(bytes) === expected),
    ]);
    const base = 'canonicalize and SHA-256 in JavaScript';
    return {
      rows: [
        atLeast(
          'chain with canonical text, against canonicalize and SHA-256 in JavaScript',
          3,
          compared,
          'ours, Node’s SHA-256',
          base,
        ),
        shown('the same in a browser, SHA-256 in JavaScript', compared, 'ours, SHA-256 in JavaScript', base),
        atLeast(
          'verifying stored bytes, against hashing alone',
          0.9,
          compared,
          'ours, verifying stored bytes',
          'limit: hashing alone',
        ),
      ],
      rates: ratesOf(compared, 'events/s'),
    };
  },
};
