import { createLine, httpDesk } from '@lienthong/adapters-http';
import { serveAgency } from '@lienthong/adapters-http/serve';
import type { PurposeWire } from '@lienthong/adapters-http/wire';
import { instant } from '@lienthong/core';
import type { JsonObject } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import type { Desk } from '@lienthong/core/requests';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contracts } from '../harness/contracts.js';
import { openInsurance } from '../harness/served.js';
import { spoil } from '../harness/spoiling.js';
import { insuranceWire } from '../wire/index.js';

const moment = instant('2023-07-12T03:00:00.000Z');
const AT = E.isRight(moment) ? moment.right : expect.fail('no such moment');
const ask = { key: 'one', caseId: 'case', request: 'ask#1' };

/** A purpose asked over HTTP of a desk that says at each moment whatever it is told to. */
const across = (wire: PurposeWire<unknown, unknown>, answer: () => unknown): Desk<unknown, unknown> => {
  const by = { id: 'insurance-nghe-an', role: 'insurance-officer' };
  const reply = () => ({ kind: 'answered', answer: answer(), at: AT, receivedAt: AT, by }) as const;
  const speaker: Desk<unknown, unknown> = {
    agency: insuranceWire.agency,
    repeats: wire.repeats,
    ask: () => async () => E.right(reply()),
    find: () => async () => E.right(reply()),
    collect: () => async () => E.right([{ key: 'one', reply: reply(), receipt: 'r1' }]),
  };
  const server = serveAgency(insuranceWire, { [wire.path]: speaker }, { now: () => 0 });
  const line = createLine({
    agency: insuranceWire.agency,
    base: 'http://insurance.test',
    fetch: (address, init) => server.fetch(new Request(address, init)),
    limits: { retries: 0, breakAfter: Number.POSITIVE_INFINITY },
    chance: () => 0.5,
    now: () => 0,
  });
  return httpDesk(line, wire);
};

describe.each(contracts)('$wire.path over HTTP', ({ wire, contents, answers, anyAnswer, optional }) => {
  const of = wire as PurposeWire<unknown, unknown>;
  const [content] = contents as readonly unknown[];
  let said: unknown;
  const desk = across(of, () => said);

  it('brings any answer of its port unchanged, however it comes', () =>
    fc.assert(
      fc.asyncProperty(anyAnswer as fc.Arbitrary<unknown>, async (answer) => {
        said = answer;
        const [asked, collected, found] = await Promise.all([
          desk.ask({ ...ask, content })(),
          desk.collect()(),
          desk.find?.({ ...ask, content })(),
        ]);
        expect(E.isRight(asked) && asked.right).toHaveProperty('answer', answer);
        expect(E.isRight(collected) && collected.right[0]?.reply).toHaveProperty('answer', answer);
        expect(of.repeats === 'queryable').toBe(found !== undefined);
        if (found !== undefined) expect(E.isRight(found) && found.right).toHaveProperty('answer', answer);
      }),
      { numRuns: 50 },
    ));

  it('an answer that says anything else leaves the outcome open, and is no delivery', async () => {
    for (const answer of answers as readonly JsonObject[]) {
      for (const { raw } of spoil(answer, { optional })) {
        said = raw;
        expect(await desk.ask({ ...ask, content })()).toEqual(
          E.left({ kind: 'OutcomeUnknown', system: 'social-insurance' }),
        );
        expect(await desk.collect()()).toEqual(E.right([]));
      }
    }
  });

  it('a file that does not read is not taken, and its sender hears which field it was', async () => {
    const { server, times, close } = openInsurance();
    for (const { at, raw } of spoil(content as JsonObject, { optional })) {
      const answer = await server.fetch(
        new Request(`http://insurance.test${of.path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': 'one' },
          body: JSON.stringify({ caseId: 'case', request: 'ask#1', content: raw }),
        }),
      );
      expect([answer.status, await answer.json()]).toMatchObject([422, { type: 'not-taken', at: `content.${at}` }]);
    }
    expect(times(of.purpose)).toBe(0);
    await close();
  });
});
