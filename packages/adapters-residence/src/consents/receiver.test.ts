import { handle, later, memoryJournal, unavailable } from '@lienthong/core';
import { birthCaseKind } from '@lienthong/core/birth-case';
import { developmentKeys } from '@lienthong/core/evidence';
import { TE } from '@lienthong/core/fp';
import { apply } from '@lienthong/testing/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signers } from '../trial/signing.js';
import { HOUR, law, right } from '../trial/world.js';
import { consentOrder } from './order.js';
import { type ConsentReceiverOptions, consentReceiver } from './receiver.js';

const lodging = { with: 'parents', owned: 'not-own', place: 'ordinary' } as const;
const applied = apply({ lodging });
const at = later(applied.at, HOUR);
const now = (): number => Date.parse(at);
const caseId = 'a-case';
const address = 'http://us.invalid/consents';
const consent = { caseId, from: 'household-head', mode: 'online', confirmation: 'VN-0001', by: 'citizen-2' } as const;

const { post, signerOf } = signers(['vneid', 'portal'], now);

const open = async (change: Partial<ConsentReceiverOptions> = {}) => {
  const clock = { now: () => at };
  const journal = memoryJournal({ clock });
  const births = handle({ journal, keys: developmentKeys('test') })(birthCaseKind(law));
  right(right(await births(`birth-${caseId}`, applied)()));
  const receive = consentReceiver({ clock, now, signerOf, births, ...change });
  const send = async (body: unknown, signer = 'vneid') => receive(await post(signer, address, JSON.stringify(body)));
  const events = async () => right(await journal.feed()()).events;
  return { receive, send, events, before: await events() };
};

const problemOf = async (response: Response): Promise<Record<string, unknown>> => {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return (await response.json()) as Record<string, unknown>;
};

describe('consents that come in (ý kiến đồng ý)', () => {
  it('are recorded in the case: whose, how, by whom and through whom', async () => {
    const { send, events } = await open();
    expect((await send(consent)).status).toBe(202);
    const recorded = (await events()).at(-1);
    expect(recorded).toMatchObject({ type: 'ConsentRecorded', data: { from: 'household-head', mode: 'online' } });
    expect(recorded?.actor).toEqual({ id: 'citizen-2', role: 'relative', receivedAt: 'vneid' });
  });

  it('that are repeated write nothing', async () => {
    const { send, events } = await open();
    await send(consent);
    const written = await events();
    expect((await send(consent)).status).toBe(204);
    expect(await events()).toEqual(written);
  });

  it('of head of household and owner are two', async () => {
    const { send, events } = await open();
    expect((await send(consent)).status).toBe(202);
    expect((await send({ ...consent, from: 'owner' })).status).toBe(202);
    expect((await events()).filter(({ type }) => type === 'ConsentRecorded')).toHaveLength(2);
  });

  it('under one confirmation say one thing', async () => {
    const { send } = await open();
    await send(consent);
    const said = await send({ ...consent, mode: 'writing' });
    expect(said.status).toBe(409);
    expect(await problemOf(said)).toMatchObject({ type: 'urn:lienthong:problem:out-of-date' });
  });

  it.each([
    ['twice in two confirmations', { confirmation: 'VN-0002' }, 'ConsentGivenAlready'],
    ['of somebody who has no say', { from: 'parent', confirmation: 'VN-0003' }, 'ConsentNotNeeded'],
    ['by a mode the law does not know', { from: 'owner', mode: 'by-telephone' }, 'ConsentModeUnknown'],
  ])('%s are refused, with the text they are refused on', async (_, change, reason) => {
    const { send, events } = await open();
    await send(consent);
    const written = await events();
    const said = await send({ ...consent, ...change });
    expect(said.status).toBe(422);
    expect(await problemOf(said)).toMatchObject({
      type: 'urn:lienthong:problem:refused',
      refusals: [{ reason, message: reason, citations: [{}] }],
    });
    expect(await events()).toEqual(written);
  });

  it('in a case that nobody opened are refused', async () => {
    const { send } = await open();
    expect((await send({ ...consent, caseId: 'another' })).status).toBe(422);
  });
});

describe('a consent that is not taken', () => {
  const body = JSON.stringify(consent);

  it.each([
    ['unsigned', () => new Request(address, { method: 'POST', body, headers: { 'content-type': 'application/json' } })],
    ['altered after it was signed', () => post('vneid', address, body, { body: body.replace('a-case', 'b-case') })],
    ['signed by a stranger', () => post('stranger', address, body)],
    ['signed a day ago', () => post('vneid', address, body, { atMs: now() - 24 * HOUR })],
  ])('%s', async (_, made) => {
    const { receive, events, before } = await open();
    const said = await receive(await made());
    expect(said.status).toBe(401);
    expect(await events()).toEqual(before);
  });

  it('from a system that may not confirm in that mode', async () => {
    const { send, events, before } = await open({ mayConfirm: (signer) => signer === 'vneid' });
    expect((await send(consent, 'portal')).status).toBe(403);
    expect(await events()).toEqual(before);
  });

  it('with wrong fields names them all, and never what they held', async () => {
    const { send } = await open();
    const said = await send({ ...consent, from: 'Nguyễn Văn A', by: 'Nguyễn Văn A' });
    expect(said.status).toBe(400);
    const problem = await problemOf(said);
    expect((problem['errors'] as readonly { at: string }[]).map((error) => error.at)).toEqual(['from', 'by']);
    expect(JSON.stringify(problem)).not.toContain('Nguyễn');
  });

  it.each([
    ['fetched', 405, () => post('vneid', address, body, { method: 'GET' })],
    ['elsewhere', 404, () => post('vneid', `${address}/more`, body)],
    ['that is no JSON', 415, () => post('vneid', address, '{')],
    ['of megabytes', 413, () => post('vneid', address, JSON.stringify({ more: 'x'.repeat(600_000) }))],
  ])('%s: %i', async (_, status, made) => {
    const { receive } = await open();
    expect((await receive(await made())).status).toBe(status);
  });

  it.each([
    ['out of reach', TE.left(unavailable('sqlite', 'unreachable', true)), 'out-of-reach'],
    ['silent', TE.left({ kind: 'OutcomeUnknown', system: 'sqlite' } as const), 'outcome-unknown'],
    ['broken', () => Promise.reject(new Error('no')), 'outcome-unknown'],
  ])('by a store that is %s', async (_, came, kind) => {
    const { send } = await open({ births: () => came as never });
    const said = await send(consent);
    expect([said.status, said.headers.get('retry-after')]).toEqual([503, '30']);
    expect(await problemOf(said)).toMatchObject({ type: `urn:lienthong:problem:${kind}` });
  });

  it('whatever it is, signed or not: an answer, and never an exception', async () => {
    const { receive, events, before } = await open();
    const anyBody = fc.oneof(fc.string({ unit: 'binary' }), fc.json());
    await fc.assert(
      fc.asyncProperty(anyBody, fc.constantFrom('vneid', 'stranger'), async (any, signer) => {
        expect([400, 401, 415]).toContain((await receive(await post(signer, address, any))).status);
      }),
    );
    expect(await events()).toEqual(before);
  });
});

it('the id follows from case, person, sender and confirmation, and from nothing else', () => {
  const idOf = (change: object, sender = 'vneid', moment = at) =>
    consentOrder({ ...consent, ...change }, sender, moment).command.id;
  expect(idOf({}, 'vneid', later(at, HOUR))).toBe(idOf({}));
  expect(idOf({ mode: 'form' })).toBe(idOf({}));
  const others = [idOf({ caseId: 'x' }), idOf({ from: 'owner' }), idOf({ confirmation: 'x' }), idOf({}, 'portal')];
  expect(new Set([...others, idOf({})]).size).toBe(5);
});
