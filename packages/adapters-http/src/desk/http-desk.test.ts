import { unavailable } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import type { Delivery, Repeats } from '@lienthong/core/requests';
import { describe, expect, it } from 'vitest';
import { placeOf } from '../inbox/inbox.js';
import { memoryInbox } from '../inbox/memory-inbox.js';
import type { LineNews } from '../line/call.js';
import { createLine } from '../line/line.js';
import type { LineOptions } from '../line/options.js';
import { type ServeOptions, serveAgency } from '../serve/serve-agency.js';
import { agencyOf, answered, type Card, KEY, parcel, parcelWire, START, scripted } from '../trial/wires.js';
import { asJson } from '../wire/reply.js';
import { httpDesk } from './http-desk.js';

const BASE = 'http://agency.test';

type Script = Parameters<typeof scripted>[1];

const joined = (
  repeats: Repeats,
  script: Script,
  deliveries: Delivery<Card>[] = [],
  more: Readonly<{ line?: Partial<LineOptions>; serve?: ServeOptions }> = {},
) => {
  const office = scripted(repeats, script, deliveries);
  const served = serveAgency(agencyOf(repeats), { '/cards': office.desk }, more.serve);
  const sent: Request[] = [];
  const news: LineNews[] = [];
  const line = createLine({
    agency: 'insurance',
    base: BASE,
    limits: { retryPauseMs: 1 },
    chance: () => 0.5,
    observe: (one) => void news.push(one),
    fetch: async (address, init) => {
      const request = new Request(address, init);
      sent.push(request.clone());
      return served.fetch(request);
    },
    ...more.line,
  });
  return { ...office, line, sent, news, http: httpDesk(line, parcelWire(repeats)) };
};

describe('a desk over HTTP (cửa tiếp nhận qua mạng)', () => {
  it('brings the content there and the answer back, under the key of the request and in its trace', async () => {
    const { http, asked, sent, news } = joined('keyed', () => E.right(answered(7)));
    expect(await http.ask(parcel())()).toEqual(E.right(answered(7)));
    expect(asked).toEqual([parcel()]);
    expect(sent[0]?.headers.get('idempotency-key')).toBe(KEY);
    expect(sent[0]?.headers.get('traceparent')).toBe(`00-${KEY.replaceAll('-', '')}-8888888888888888-01`);
    expect(news).toMatchObject([
      { agency: 'insurance', purpose: 'issue-card', method: 'POST', status: 200, code: 'ok' },
    ]);
    expect(JSON.stringify(news)).not.toContain('An"');
    expect(JSON.stringify(news)).not.toContain(BASE);
  });

  it('hears of a file that is only acknowledged', async () => {
    const reply = { kind: 'acknowledged', receivedAt: START, reference: 'card-1' } as const;
    const { http } = joined('neither', () => E.right(reply));
    expect(await http.ask(parcel())()).toEqual(E.right(reply));
  });

  it.each(['unreachable', 'login-refused', 'busy', 'closed'] as const)(
    'carries the fault %s over the line',
    async (code) => {
      const { http } = joined('neither', () => E.left(unavailable('insurance', code, true)));
      const came = await http.ask(parcel())();
      expect(came).toMatchObject({ left: { kind: 'Unavailable', system: 'insurance', code } });
    },
  );

  it('carries how long the agency asks to be left alone', async () => {
    const { http } = joined('neither', () => E.left({ ...unavailable('insurance', 'busy', true), waitMs: 90_000 }));
    expect(await http.ask(parcel())()).toMatchObject({ left: { code: 'busy', waitMs: 90_000 } });
  });

  it('does not know what became of an ask whose answer was lost, and asks a second time by itself only where that is safe', async () => {
    const lost: Script = () => E.left({ kind: 'OutcomeUnknown', system: 'insurance' });
    const cut: string[] = [];
    const neither = joined('neither', lost, [], { serve: { hangUp: ({ method }) => void cut.push(method) } });
    expect(await neither.http.ask(parcel())()).toEqual(lost(parcel()));
    expect(neither.asked).toHaveLength(1);
    expect(cut).toEqual(['POST']);
    const queryable = joined('queryable', lost);
    expect(await queryable.http.ask(parcel())()).toEqual(lost(parcel()));
    expect(queryable.asked).toHaveLength(1);
    const keyed = joined('keyed', lost);
    expect(await keyed.http.ask(parcel())()).toEqual(lost(parcel()));
    expect(keyed.asked).toHaveLength(3);
  });

  it('keeps an outcome unknown though a later attempt surely did not arrive', async () => {
    let nth = 0;
    const { http } = joined('keyed', () => {
      nth += 1;
      return E.left(
        nth === 1 ? { kind: 'OutcomeUnknown', system: 'insurance' } : unavailable('insurance', 'unreachable', true),
      );
    });
    expect(await http.ask(parcel())()).toMatchObject({ left: { kind: 'OutcomeUnknown' } });
  });

  it('looks up what arrived, and is told when nothing did', async () => {
    const { http } = joined('queryable', () => E.right(answered(1)));
    expect(await http.find?.(parcel())()).toEqual(E.right(undefined));
    await http.ask(parcel())();
    expect(await http.find?.(parcel())()).toEqual(E.right(answered(1)));
  });

  it('does not take a bare 404 for "it never arrived"', async () => {
    const { http } = joined('queryable', () => E.right(answered(1)), [], {
      line: { fetch: async () => new Response('gone', { status: 404 }) },
    });
    expect(await http.find?.(parcel())()).toMatchObject({ left: { code: 'malformed-answer' } });
  });

  it('offers no look-up where the agency has none', () => {
    expect(joined('keyed', () => E.right(answered(1))).http.find).toBeUndefined();
    expect(joined('neither', () => E.right(answered(1))).http.find).toBeUndefined();
  });

  it('is brought replies again until it confirms them, and tells the desk behind', async () => {
    const deliveries = [
      { key: KEY, reply: answered(3), receipt: 'r-1' },
      { key: KEY, reply: answered(3) },
    ];
    const { http, confirmed } = joined('neither', () => E.right(answered(1)), deliveries, {
      serve: { newId: () => 'own-1' },
    });
    const first = await http.collect()();
    expect(first).toEqual(
      E.right([
        { key: KEY, reply: answered(3), receipt: 'r-1' },
        { key: KEY, reply: answered(3), receipt: 'own-1' },
      ]),
    );
    expect(await http.collect()()).toEqual(first);
    expect(await http.confirm?.(['r-1', 'own-1', 'never-seen'])()).toEqual(E.right(undefined));
    expect(confirmed).toEqual(['r-1']);
    expect(await http.collect()()).toEqual(E.right([]));
  });

  it('skips a delivery that does not read, and tells of it; the others come', async () => {
    const good = { receipt: 'r-2', key: KEY, reply: asJson(answered(3)) };
    const deliveries = [
      { ...good, receipt: 'r-1', reply: { ...answered(3), at: 'yesterday' } },
      good,
      { ...good, reply: { ...answered(3), by: { id: 'a name with spaces', role: 'x' } } },
      null,
    ];
    const { http, news } = joined('neither', () => E.right(answered(1)), [], {
      line: { fetch: async () => Response.json({ deliveries }) },
    });
    expect(await http.collect()()).toEqual(E.right([{ receipt: 'r-2', key: KEY, reply: answered(3) }]));
    expect(news.filter(({ code }) => code === 'skipped')).toHaveLength(3);
  });

  it('takes from an inbox what was delivered there, and lets it go when it is confirmed', async () => {
    const inbox = memoryInbox();
    const { line } = joined('neither', () => E.right(answered(1)));
    const http = httpDesk(line, parcelWire('neither'), inbox);
    await inbox.put(placeOf('insurance', '/cards'), { key: KEY, reply: asJson(answered(4)) as never })();
    const came = await http.collect()();
    expect(came).toMatchObject({ right: [{ key: KEY, reply: answered(4) }] });
    const receipts = E.isRight(came) ? came.right.flatMap(({ receipt }) => receipt ?? []) : [];
    expect(receipts).toHaveLength(1);
    await http.confirm?.(receipts)();
    expect(await http.collect()()).toEqual(E.right([]));
  });

  it('tells the agency which field does not read, and hears that nothing was taken', async () => {
    const { line, asked } = joined('neither', () => E.right(answered(1)));
    const call = { purpose: 'issue-card', method: 'POST', path: '/cards', key: KEY } as const;
    const came = await line.call({ ...call, body: { caseId: 'c', request: 'r', content: { name: 7 } } })();
    expect(came).toMatchObject({ left: { kind: 'Unavailable', code: 'closed', retry: false } });
    expect(asked).toEqual([]);
  });

  it('is not stopped by whoever listens', async () => {
    const { http } = joined('keyed', () => E.right(answered(7)), [], {
      line: {
        observe: () => {
          throw new Error('a listener that fails');
        },
      },
    });
    expect(await http.ask(parcel())()).toEqual(E.right(answered(7)));
  });

  it('says that it is closed once its line is', async () => {
    const { http, line } = joined('keyed', () => E.right(answered(7)));
    await line.close();
    expect(await http.ask(parcel())()).toMatchObject({ left: { code: 'closed' } });
  });
});
