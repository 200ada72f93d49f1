import { handle, type Journal, later, memoryJournal, type StoredEvent, unavailable } from '@lienthong/core';
import { birthNoticeKind } from '@lienthong/core/birth-notice';
import { deathNoticeKind } from '@lienthong/core/death-notice';
import { developmentKeys } from '@lienthong/core/evidence';
import { TE } from '@lienthong/core/fp';
import { hospital, type OfficeWorld } from '@lienthong/testing/agencies';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signers } from '../trial/signing.js';
import { bornOn, diedOn, first, HOUR, law, mother, old, right } from '../trial/world.js';
import { birthNoticeOrder, deathNoticeOrder } from './orders.js';
import { type NoticeReceiverOptions, noticeReceiver } from './receiver.js';

const base = 'http://us.invalid';
const births = `${base}/notices/births`;
const deaths = `${base}/notices/deaths`;
const at = later(first, 9 * HOUR);
const now = (): number => Date.parse(at);

const notice = {
  code: '00012.GCS.40020.0',
  facility: '40020',
  bornAt: '2023-07-03T03:00:00.000Z',
  bornOn,
  sex: 'female',
  order: 1,
  multiple: 1,
  weightGrams: 3_120,
  signed: true,
  people: { mother },
};
const noticeOfDeath = {
  code: '00003.GBT.40020.0',
  facility: '40020',
  diedAt: '2023-07-07T03:00:00.000Z',
  diedOn,
  issuedOn: diedOn,
  form: 'annex-I',
  onTheWay: false,
  causeKnown: true,
  reissued: false,
  signed: true,
  people: { deceased: old },
};

const { post, signerOf } = signers(['40020', '40021'], now);

const everything = async (journal: Journal): Promise<readonly StoredEvent[]> => right(await journal.feed()()).events;

const open = (change: Partial<NoticeReceiverOptions> = {}) => {
  const clock = { now: () => at };
  const journal = memoryJournal({ clock });
  const env = { journal, keys: developmentKeys('test') };
  const receive = noticeReceiver({
    clock,
    now,
    signerOf,
    births: handle(env)(birthNoticeKind(law)),
    deaths: handle(env)(deathNoticeKind(law)),
    ...change,
  });
  const send = async (body: unknown, address = births, signer = '40020') =>
    receive(await post(signer, address, typeof body === 'string' ? body : JSON.stringify(body)));
  return { receive, send, events: () => everything(journal) };
};

const problemOf = async (response: Response): Promise<Record<string, unknown>> => {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return (await response.json()) as Record<string, unknown>;
};

describe('notices of health facilities (giấy chứng sinh, giấy báo tử)', () => {
  it('are recorded, of births and of deaths', async () => {
    const { send, events } = open();
    expect((await send(notice)).status).toBe(202);
    expect((await send(noticeOfDeath, deaths)).status).toBe(202);
    expect((await events()).map(({ type }) => type)).toEqual([
      'CommandAccepted',
      'BirthNoticeReceived',
      'CommandAccepted',
      'DeathNoticeReceived',
    ]);
  });

  it('are sent in the facility’s name, and keep nobody in the clear', async () => {
    const { send, events } = open();
    await send(notice);
    const [, received] = await events();
    expect(received?.actor).toEqual({ id: 'hospital-40020', role: 'health-facility', unit: '40020' });
    expect(JSON.stringify(received?.data)).not.toContain('Hoa');
  });

  it('that are repeated write nothing', async () => {
    const { send, events } = open();
    expect((await send(notice)).status).toBe(202);
    const written = await events();
    const reordered = Object.fromEntries(Object.entries(notice).reverse());
    for (const again of [notice, notice, reordered]) {
      const said = await send(again);
      expect([said.status, await said.text()]).toEqual([204, '']);
    }
    expect(await events()).toEqual(written);
  });

  it('may be signed by the head of the facility later (F11), and then nothing is left to add', async () => {
    const { send, events } = open();
    expect((await send({ ...notice, signed: false })).status).toBe(202);
    expect((await send(notice)).status).toBe(202);
    expect((await send({ ...notice, signed: false })).status).toBe(204);
    const written = await events();
    const refused = await send({ ...notice, weightGrams: 3_000 });
    expect(refused.status).toBe(422);
    expect(await events()).toEqual(written);
  });

  it('that the law refuses are told why, on which text, and nobody’s name', async () => {
    const { send } = open({ say: ({ reason }) => `bằng lời: ${reason}` });
    await send(notice);
    const problem = await problemOf(await send({ ...notice, weightGrams: 3_000 }));
    expect(problem).toMatchObject({
      type: 'urn:lienthong:problem:refused',
      status: 422,
      refusals: [{ reason: 'NoticeReceivedAlready', message: 'bằng lời: NoticeReceivedAlready' }],
    });
    expect((problem['refusals'] as readonly { citations: readonly unknown[] }[])[0]?.citations).not.toHaveLength(0);
    expect(JSON.stringify(problem)).not.toContain('Hoa');
  });

  it('go where the hospital’s own orders go', () => {
    const ward = hospital({
      faults: { F11: { late: 0, unsigned: 0 } },
      first,
      hours: { after: (moment: string) => moment },
      random: { split: () => ({ chance: () => false }) },
    } as unknown as OfficeWorld);
    const { people, signed: _, ...born } = notice;
    const [sent] = ward.notify({ ...born, personal: people } as never);
    const order = birthNoticeOrder(notice as never, at);
    expect({ ...order.command, id: '' }).toEqual({ ...sent?.command, id: '', at });
    expect(order.stream).toBe(sent?.stream);
    const { people: dead, signed: __, reissued: ___, ...died } = noticeOfDeath;
    const [sentOfDeath] = ward.notifyDeath({ ...died, personal: dead } as never);
    const orderOfDeath = deathNoticeOrder(noticeOfDeath as never, at);
    expect({ ...orderOfDeath.command, id: '' }).toEqual({ ...sentOfDeath?.command, id: '', at });
    expect(orderOfDeath.stream).toBe(sentOfDeath?.stream);
  });
});

describe('a notice that is not taken', () => {
  const body = JSON.stringify(notice);
  const day = 24 * HOUR;

  it.each([
    [
      'unsigned',
      async () => new Request(births, { method: 'POST', body, headers: { 'content-type': 'application/json' } }),
    ],
    ['altered after it was signed', () => post('40020', births, body, { body: body.replace('3120', '3121') })],
    ['signed for another path', () => post('40020', deaths, body, { address: births })],
    ['signed by a stranger', () => post('stranger', births, body)],
    ['signed a day ago', () => post('40020', births, body, { atMs: now() - day })],
    ['signed a day from now', () => post('40020', births, body, { atMs: now() + day })],
  ])('%s', async (_, made) => {
    const { receive, events } = open();
    const said = await receive(await made());
    expect(said.status).toBe(401);
    expect(await problemOf(said)).toMatchObject({ type: 'urn:lienthong:problem:not-signed' });
    expect(await events()).toEqual([]);
  });

  it('of another facility than the one that signed', async () => {
    const { send, events } = open();
    const said = await send(notice, births, '40021');
    expect(said.status).toBe(403);
    expect(await problemOf(said)).toMatchObject({ type: 'urn:lienthong:problem:not-yours' });
    expect(await events()).toEqual([]);
  });

  it('with wrong fields names them all, and never what they held', async () => {
    const { send } = open();
    const said = await send({ ...notice, bornOn: '2023-02-30', order: 0, sex: 'Nguyễn', people: 'Hoa' });
    expect(said.status).toBe(400);
    const problem = await problemOf(said);
    expect((problem['errors'] as readonly { at: string }[]).map(({ at }) => at)).toEqual([
      'bornOn',
      'sex',
      'order',
      'people',
    ]);
    expect(JSON.stringify(problem)).not.toMatch(/Hoa|Nguyễn|02-30/);
  });

  it.each([
    ['of megabytes', 413, () => post('40020', births, JSON.stringify({ ...notice, more: 'x'.repeat(600_000) }))],
    ['that is no JSON', 415, () => post('40020', births, '{')],
    ['that is said to be XML', 415, () => post('40020', births, body, { type: 'application/xml' })],
    ['fetched', 405, () => post('40020', births, body, { method: 'GET' })],
    ['elsewhere', 404, () => post('40020', `${base}/notices`, body)],
  ])('%s: %i', async (_, status, made) => {
    const said = await open().receive(await made());
    expect(said.status).toBe(status);
    expect(await problemOf(said)).toMatchObject({ status });
  });

  it.each([
    ['out of reach', TE.left(unavailable('sqlite', 'unreachable', true)), 503, 'out-of-reach'],
    ['silent', TE.left({ kind: 'OutcomeUnknown', system: 'sqlite' } as const), 503, 'outcome-unknown'],
    ['holding another', TE.left({ kind: 'CommandIdReused', stream: 's', command: 'c' } as const), 409, 'out-of-date'],
    ['broken', () => Promise.reject(new Error('Hoa')), 503, 'outcome-unknown'],
  ])('by a store that is %s', async (_, came, status, kind) => {
    const said = await open({ births: () => came as never }).send(notice);
    expect(said.status).toBe(status);
    const problem = await problemOf(said);
    expect(problem).toMatchObject({ type: `urn:lienthong:problem:${kind}` });
    expect(JSON.stringify(problem)).not.toContain('Hoa');
  });

  it('whatever it is, signed or not: an answer, and never an exception', async () => {
    const { receive, events } = open();
    const anyBody = fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.constant(body.slice(0, -1)));
    await fc.assert(
      fc.asyncProperty(anyBody, fc.constantFrom('40020', 'stranger'), async (any, signer) => {
        const said = await receive(await post(signer, births, any));
        expect([400, 401, 415]).toContain(said.status);
      }),
    );
    expect(await events()).toEqual([]);
  });
});

it('a receiver may stand under a path', async () => {
  const { send } = open({ under: '/in' });
  expect((await send(notice, `${base}/in/notices/births`)).status).toBe(202);
  expect((await send(notice)).status).toBe(404);
});

it('the id follows from the content, whoever asks for it and when', () => {
  const one = birthNoticeOrder(notice as never, at);
  expect(birthNoticeOrder({ ...notice } as never, later(at, HOUR)).command.id).toBe(one.command.id);
  expect(birthNoticeOrder({ ...notice, order: 2 } as never, at).command.id).not.toBe(one.command.id);
  expect(birthNoticeOrder({ ...notice, facility: '40021' } as never, at).command.id).not.toBe(one.command.id);
});

it('a notice of birth never lands among notices of death, whatever its number', () => {
  const birth = birthNoticeOrder({ ...notice, code: `death/${noticeOfDeath.code}` } as never, at);
  expect(birth.stream).not.toBe(deathNoticeOrder(noticeOfDeath as never, at).stream);
});
