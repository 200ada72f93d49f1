import { createLine, type Fetch } from '@lienthong/adapters-http';
import { E } from '@lienthong/core/fp';
import { type CloudEvent, HTTP } from 'cloudevents';
import { beforeAll, describe, expect, it } from 'vitest';
import { anOffice, drain, openOutbox, type Played, personalTexts, play, right } from '../harness/played.js';
import { AUDIENCES, type Audience } from '../status/views.js';
import { schemaId } from './data.js';
import { inCloudEvents, overLine } from './over-line.js';

type StatusData = Readonly<{ case: string; span: string }>;
type Sent = Readonly<{ headers: Record<string, string>; body: string }>;

let played: Played;

beforeAll(async () => {
  played = await play(4, 2);
}, 240_000);

const naming = { source: 'urn:lienthong:nghe-an', schemas: 'urn:lienthong:schema:' } as const;

/** A line whose other end keeps what it is sent and answers as it is told. */
const aLine = (answer: (sent: Sent) => Response = () => new Response(null, { status: 204 })) => {
  const sent: Sent[] = [];
  const fetch: Fetch = async (_, init) => {
    const headers = Object.fromEntries(new Headers(init.headers).entries());
    const one = { headers, body: String(init.body) };
    sent.push(one);
    return answer(one);
  };
  const limits = { retries: 0, breakAfter: Number.POSITIVE_INFINITY };
  return { sent, line: createLine({ agency: 'portal', base: 'https://portal.example/in', fetch, limits }) };
};

const problem = (type: string, status: number): Response =>
  new Response(JSON.stringify({ type, title: type, status }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });

/** Read by the SDK of CloudEvents, which knows nothing of us. */
const readBack = ({ headers, body }: Sent): readonly CloudEvent<StatusData>[] => {
  const read = HTTP.toEvent<StatusData>({ headers, body });
  return (Array.isArray(read) ? read : [read]) as unknown as readonly CloudEvent<StatusData>[];
};

const toldOver = async (line: ReturnType<typeof aLine>['line'], events: number, audience: Audience = 'portal') => {
  const desk = anOffice(played.journal, () => played.now);
  const deliver = inCloudEvents(naming, overLine(line, '/events'));
  const outbox = openOutbox(
    desk,
    'portal',
    { deliver },
    { audience, rules: { batches: { events, bytes: 1_000_000 } } },
  );
  await drain(outbox);
  return outbox;
};

describe('statuses as CloudEvents', () => {
  it('go in batches that the SDK reads back, event for event', async () => {
    const { sent, line } = aLine();
    await toldOver(line, 20);
    expect(sent.length).toBeGreaterThan(1);
    for (const one of sent) {
      expect(one.headers['content-type']).toBe('application/cloudevents-batch+json');
      const raw = JSON.parse(one.body) as readonly Record<string, unknown>[];
      const read = readBack(one);
      expect(read.length).toBe(raw.length);
      for (const [index, event] of read.entries()) {
        event.validate();
        expect(event.toJSON()).toMatchObject({ ...raw[index], data: raw[index]?.['data'] });
      }
    }
  });

  it('go one by one as structured events, with the case as subject and the revision as sequence', async () => {
    const { sent, line } = aLine();
    await toldOver(line, 1, 'province');
    const revisions = new Map(played.events.map(({ id, revision }) => [id, revision]));
    for (const one of sent) {
      expect(one.headers['content-type']).toBe('application/cloudevents+json');
      const [event] = readBack(one) as readonly [CloudEvent<StatusData>];
      const [id = '', span] = event.id.split('/');
      expect(event).toMatchObject({
        specversion: '1.0',
        source: naming.source,
        type: span === 'case' ? 'vn.lienthong.case.status' : 'vn.lienthong.leg.status',
        subject: event.data?.case,
        dataschema: schemaId(naming.schemas, 'province'),
        sequence: String(revisions.get(id)).padStart(10, '0'),
      });
      expect(event.data?.span).toBe(span);
      expect(event['traceparent']).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
      expect(event['traceparent']).toContain(event.subject?.replaceAll('-', ''));
    }
  });

  it('carry no name, number or address of anybody, whoever they are sent to', async () => {
    const texts = [...(await personalTexts(played.events))].filter((text) => /\p{Lu}\p{Ll}+ |\d{6}/u.test(text));
    expect(texts.length).toBeGreaterThan(20);
    const { sent, line } = aLine();
    for (const audience of AUDIENCES) await toldOver(line, 50, audience);
    const bytes = JSON.stringify(sent);
    expect(texts.filter((text) => bytes.includes(text))).toEqual([]);
  });

  it.each([
    ['event-refused', 422, 'refused'],
    ['batch-too-large', 413, 'refused'],
    ['not-taken', 503, 'away'],
    ['something-else', 400, 'doubtful'],
    ['not-taken', 401, 'away'],
  ] as const)('a target that answers %s (%i) is %s', async (type, status, came) => {
    const { line } = aLine(() => problem(type, status));
    const told = await overLine(line, '/events')([{ id: 'a' }])();
    if (came === 'refused') expect(told).toEqual(E.right({ is: 'refused', reason: type }));
    else if (came === 'doubtful') expect(told).toMatchObject({ left: { reason: 'OutcomeUnknown', doubtful: true } });
    else expect(told).toMatchObject({ left: { reason: expect.stringMatching(/^portal:/) } });
    if (came === 'away') expect(told).not.toMatchObject({ left: { doubtful: true } });
  });

  it('a target that takes little at once gets less at once, and all of it', async () => {
    const { sent, line } = aLine(({ body }) => {
      const events = JSON.parse(body) as unknown;
      return Array.isArray(events) && events.length > 3
        ? problem('batch-too-large', 413)
        : new Response(null, { status: 204 });
    });
    const outbox = await toldOver(line, 16);
    expect(right(await outbox.place.marked('waiting/', '', 10)())).toEqual([]);
    const taken = sent.map((one) => readBack(one)).filter((batch) => batch.length <= 3);
    expect(taken.length).toBeGreaterThan(16);
  });
});
