/** Anything an agency might say (mọi phản hồi có thể): any status, headers and bytes, most of them near what would be right. */
import fc from 'fast-check';

/** An answer as a network brings it: more than `Response` would let anybody make. */
export type AnyAnswer =
  | Readonly<{
      kind: 'said';
      status: number;
      headers: readonly (readonly [string, string])[];
      bytes: Uint8Array;
      cut: boolean;
    }>
  | Readonly<{ kind: 'failed'; error: unknown }>;

const encoder = new TextEncoder();

const wording = fc.oneof(
  fc.constantFrom('issued', 'entered', 'assigned', 'held', 'register-040', 'Technical', '2023-07-12', '040323000007'),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', ' ', '\u0000', '\ud800', '\ufeff', '２', 'ệ'.normalize('NFD'), 'x'.repeat(301), '__proto__'),
);
const moment = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('2023-07-12T03:00:00Z', '2023-07-12T10:00:00.123456789+07:00') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '2023-02-30T03:00:00Z',
      '0000-01-01T00:00:00Z',
      '9999-12-31T23:59:59-23:59',
      'now',
      17,
      null,
    ),
  },
);
const number = fc.oneof(fc.nat(9_999), fc.constantFrom(-1, 0.5, 1e308, 2 ** 53, -0));
/** Any JSON, deep in places. */
const junk = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(null, [], {}, '', 0, false, [[[[[[]]]]]], { __proto__: null, constructor: 1 }),
);
const nearly = <A>(value: fc.Arbitrary<A>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 24, arbitrary: value as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: junk });

/** An answer of some purpose: fields that may be there, each of any of the values above. */
export const anAnswer = (
  outcomes: readonly string[],
  fields: Readonly<Record<string, fc.Arbitrary<unknown>>>,
): fc.Arbitrary<unknown> =>
  nearly(
    fc.record(
      { outcome: nearly(fc.constantFrom(...outcomes)), ...fields },
      { requiredKeys: ['outcome'], noNullPrototype: true },
    ),
  );

export const values = { wording, moment, number };

export const aReply = (answer: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => {
  const by = fc.record(
    { id: nearly(fc.constant('register-040')), role: nearly(fc.constant('civil-status-officer')), unit: wording },
    { requiredKeys: ['id', 'role'], noNullPrototype: true },
  );
  const kind = (name: string): fc.Arbitrary<unknown> => nearly(fc.constant(name));
  return nearly(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record(
          { kind: kind('answered'), answer, at: moment, receivedAt: moment, by },
          { noNullPrototype: true },
        ),
      },
      {
        weight: 1,
        arbitrary: fc.record(
          { kind: kind('progress'), step: wording, reason: wording, at: moment },
          { noNullPrototype: true },
        ),
      },
      {
        weight: 1,
        arbitrary: fc.record(
          { kind: kind('acknowledged'), receivedAt: moment, reference: wording },
          { noNullPrototype: true },
        ),
      },
    ),
  );
};

/** A text as bytes: whole, cut off, with a byte changed, with bytes put in, or in another charset. */
export const written = (text: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> =>
  fc.tuple(text, fc.nat(99), fc.nat(), fc.nat(255)).map(([said, how, where, byte]) => {
    const bytes = encoder.encode(said);
    if (how < 70) return bytes;
    const at = where % (bytes.length + 1);
    if (how < 76) return bytes.slice(0, at);
    if (how < 88) return Uint8Array.from(bytes, (old, place) => (place === at ? byte : old));
    if (how < 94) return Uint8Array.from([...bytes.slice(0, at), byte, ...bytes.slice(at)]);
    if (how < 97) return new Uint8Array(Buffer.from(said, 'utf16le'));
    return Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]);
  });

const asText = (value: unknown): string => JSON.stringify(value) ?? '';

const problem = fc.record(
  {
    type: nearly(fc.constantFrom('not-taken', 'not-received', 'about:blank', 'unknown-key')),
    title: wording,
    status: number,
    code: fc.constantFrom('busy', 'unreachable', 'corrupt', 'no-code'),
    detail: wording,
  },
  { requiredKeys: ['type'], noNullPrototype: true },
);

const contentType = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom('application/json', 'application/problem+json', 'application/json; charset=utf-8'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'text/html',
      'application/json; charset=windows-1258',
      'application/jsonp',
      ';;;',
      'a'.repeat(9_000),
    ),
  },
);
const retryAfter = fc.constantFrom(
  '0',
  '120',
  '-1',
  '1e9',
  '999999999999',
  'Wed, 12 Jul 2023 03:00:00 GMT',
  'Wed, nonsense',
  '٣',
);
const headers = fc
  .tuple(
    contentType,
    fc.option(retryAfter, { freq: 3 }),
    fc.array(fc.tuple(fc.string({ maxLength: 8 }), wording), { maxLength: 2 }),
  )
  .map(([type, wait, others]): readonly (readonly [string, string])[] => [
    ['content-type', type],
    ...(wait === null ? [] : [['retry-after', wait] as const]),
    ...others,
  ]);
const status = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(200, 200, 200, 202, 204) },
  { weight: 6, arbitrary: fc.constantFrom(301, 307, 400, 401, 403, 404, 409, 422, 429, 500, 502, 503, 504) },
  { weight: 1, arbitrary: fc.integer({ min: -1, max: 1_000 }) },
);

const failure = fc.oneof(
  fc
    .constantFrom('ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'UND_ERR_SOCKET', 'ERR_SSL_WRONG_VERSION_NUMBER')
    .map((code) => new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })),
  fc.constantFrom<unknown>(undefined, null, 'a text', 0, new DOMException('aborted', 'AbortError'), {
    cause: { code: 7 },
  }),
);

/** What comes back for a call whose right body would be one of these. */
export const anyAnswer = (body: fc.Arbitrary<unknown>): fc.Arbitrary<AnyAnswer> => {
  const bytes = fc.oneof(
    { weight: 12, arbitrary: written(body.map(asText)) },
    { weight: 4, arbitrary: written(problem.map(asText)) },
    { weight: 2, arbitrary: fc.uint8Array({ maxLength: 40 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        encoder.encode('['.repeat(50_000)),
        encoder.encode('{"kind":"answered","kind":1e999}'),
        encoder.encode(`{"a":"${'x'.repeat(70_000)}"}`),
        new Uint8Array(0),
      ),
    },
  );
  return fc.oneof(
    {
      weight: 24,
      arbitrary: fc.record({
        kind: fc.constant('said' as const),
        status,
        headers,
        bytes,
        cut: fc.nat(19).map((n) => n === 0),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('failed' as const), error: failure }) },
  );
};

/** As a fetch brings it; an agency that cuts the line does so after its last byte. */
export const brought = (answer: AnyAnswer): Response => {
  if (answer.kind === 'failed') throw answer.error;
  const { status, headers, bytes, cut } = answer;
  const sent = new Headers();
  for (const [name, value] of headers) {
    try {
      sent.append(name, value);
    } catch {
      // No network brings a header that is none.
    }
  }
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(bytes);
      if (cut) controller.error(new Error('cut'));
      else controller.close();
    },
  });
  return { status, headers: sent, body, ok: status >= 200 && status < 300 } as unknown as Response;
};
