/** The two flows from end to end: a birth becomes a proposed enrolment, a death a proposed stop. */
import { E } from '@lienthong/core/fp';
import { whoLooked } from '@lienthong/core/personal-data';
import { aBirthCase } from '@lienthong/testing/spec';
import { describe, expect, it } from 'vitest';
import { RECORD_TYPE } from './client/index.js';
import type { NotifyEvents, SubscribeAnswer } from './message/messages.schema.js';
import { CHILD, DECEASED, MOTHER, PAYER, type Sides, twoSides } from './trial/two-sides.js';
import { eventCodes } from './vital-events.js';

const BIRTH = '00000000-0000-5000-8000-0000000000b1';
const OTHER = '00000000-0000-5000-8000-0000000000b2';
const DEATH = '00000000-0000-5000-8000-0000000000d1';

const wanting = (event: keyof typeof eventCodes, filter: object = {}) => ({
  reg_event_type: eventCodes[event],
  filter,
  notify_record_type: RECORD_TYPE,
});

const subscribed = async (
  sides: Sides,
  ...wanted: readonly ReturnType<typeof wanting>[]
): Promise<readonly string[]> => {
  const asked = await sides.client.subscribe(...wanted)();
  expect(E.isRight(asked)).toBe(true);
  await sides.settled();
  const heard = sides.heard.at(-1)?.heard.message as SubscribeAnswer | undefined;
  return (heard?.subscribe_response ?? []).flatMap(({ subscriptions = [] }) => subscriptions.map(({ code }) => code));
};

describe('a birth that is registered', () => {
  it('is told to whoever subscribed, and proposed for enrolment', async () => {
    const sides = await twoSides();
    expect(await subscribed(sides, wanting('live-birth'))).toHaveLength(1);
    await sides.registerBirth(BIRTH);
    expect(E.isRight(await sides.notified())).toBe(true);
    expect(sides.proposals).toEqual([
      {
        propose: 'enrol-newborn',
        key: expect.any(String) as string,
        entry: `urn:lienthong:birth:${BIRTH}`,
        personalNumber: CHILD,
        name: { '@type': 'Name', surname: 'Nguyễn', second_name: 'Thị', given_name: 'An' },
        bornOn: '2023-07-03',
        sex: 'female',
        parents: [MOTHER],
      },
    ]);
    expect(sides.wrong).toEqual([]);
  });

  it('is told again with the same id when the checkpoint was not kept, and proposed once', async () => {
    const sides = await twoSides();
    await subscribed(sides, wanting('live-birth'));
    await sides.registerBirth(BIRTH);
    sides.down.add(PAYER);
    expect(E.isLeft(await sides.notified())).toBe(true);
    sides.down.delete(PAYER);
    expect(E.isRight(await sides.notified())).toBe(true);
    const notices = sides.told.filter(({ path }) => path === '/registry/notify');
    const again = await sides.options.fetch(`https://${PAYER}/registry/notify`, {
      method: 'POST',
      body: JSON.stringify(notices[0]?.body),
    });
    expect(again.status).toBe(200);
    expect(sides.proposals).toHaveLength(1);
    expect(sides.wrong).toEqual([]);
  });

  it('is told only to those whose filter it passes, who are still subscribed, and who subscribed before', async () => {
    const sides = await twoSides();
    await sides.registerBirth(OTHER);
    sides.wait(1_000);
    const place = (value: string) => [
      { expression1: { attribute_name: 'place', operator: 'eq', attribute_value: value } },
    ];
    const codes = await subscribed(
      sides,
      wanting('live-birth', place('17329')),
      wanting('live-birth', place('16690')),
      wanting('live-birth'),
    );
    expect(E.isRight(await sides.client.unsubscribe(codes[2] ?? '')())).toBe(true);
    await sides.settled();
    await sides.registerBirth(BIRTH);
    expect(E.isRight(await sides.notified())).toBe(true);
    expect(sides.proposals.map(({ entry }) => entry)).toEqual([`urn:lienthong:birth:${BIRTH}`]);
    expect(sides.wrong).toEqual([]);
  });

  it('is told anew when it is corrected or its number is replaced, for another look', async () => {
    const sides = await twoSides();
    await subscribed(sides, wanting('live-birth'));
    await sides.registerBirth(BIRTH);
    await sides.more.birth(
      BIRTH,
      { type: 'CorrectionRegistered', fields: ['child.name'], registeredOn: '2026-03-02' as never },
      { child: { name: { surname: 'Nguyễn', middle: 'Thị', given: 'Ân' } } },
    );
    expect(E.isRight(await sides.notified())).toBe(true);
    expect(sides.proposals.map(({ propose }) => propose)).toEqual(['enrol-newborn', 'review-enrolment']);
    expect(sides.proposals[1]).toMatchObject({ because: 'correction', name: { given_name: 'Ân' } });
    expect(sides.wrong).toEqual([]);
  });

  it('leaves on record that its people were shown, to whom and what for', async () => {
    const sides = await twoSides();
    await subscribed(sides, wanting('live-birth'));
    await sides.registerBirth(BIRTH);
    await sides.notified();
    const looks = await whoLooked(sides.journal, BIRTH)();
    expect(E.isRight(looks) && looks.right).toMatchObject([
      { by: { id: PAYER, role: 'dci-sender' }, purpose: 'dci-notify', subjects: ['child', 'father', 'mother'] },
    ]);
  });
});

describe('what the standard has no word for', () => {
  it('is told under a name of ours to whoever asked for it by that name', async () => {
    const names = ['residence-registered', 'card-issued'] as const;
    const sides = await twoSides({ sender: { sees: ['live-birth', ...names] } });
    await subscribed(sides, wanting('residence-registered'), wanting('card-issued'), wanting('live-birth'));
    await sides.registerBirth(BIRTH);
    for (const event of aBirthCase('closed'))
      if (event.type === 'ResidenceRegistered' || event.type === 'CardIssued') await sides.more.birth(BIRTH, event);
    expect(E.isRight(await sides.notified())).toBe(true);
    const told = sides.heard.filter(({ kind }) => kind === 'notify').map(({ heard }) => heard.message as NotifyEvents);
    expect(told.map(({ notify_event }) => notify_event[0]?.data.reg_event_type)).toEqual([
      eventCodes['live-birth'],
      eventCodes['residence-registered'],
      eventCodes['card-issued'],
    ]);
    expect(sides.proposals).toHaveLength(1);
    expect(sides.wrong).toEqual([]);
  });
});

describe('a death that is registered', () => {
  it('is told to whoever subscribed, and a stop is proposed', async () => {
    const sides = await twoSides();
    await subscribed(sides, wanting('death'), wanting('live-birth'));
    await sides.registerDeath(DEATH);
    expect(E.isRight(await sides.notified())).toBe(true);
    expect(sides.proposals).toEqual([
      {
        propose: 'stop-allowances',
        key: expect.any(String) as string,
        entry: `urn:lienthong:death:${DEATH}`,
        personalNumber: DECEASED,
        name: { '@type': 'Name', surname: 'Nguyễn', second_name: 'Văn', given_name: 'Bình' },
        diedOn: '2025-08-09',
        exact: true,
      },
    ]);
    expect(sides.wrong).toEqual([]);
  });

  it('whose record lacks the number is proposed for somebody to look into', async () => {
    const sides = await twoSides({ sender: { fields: ['name', 'death_date'] } });
    await subscribed(sides, wanting('death'));
    await sides.registerDeath(DEATH);
    await sides.notified();
    expect(sides.proposals).toMatchObject([{ propose: 'look-into', missing: 'identifier' }]);
  });

  it('is not told to whoever may not see deaths any more', async () => {
    const sides = await twoSides({ sender: { sees: ['live-birth'] } });
    expect(await subscribed(sides, wanting('death'))).toEqual([]);
    expect(sides.heard.at(-1)?.heard).toMatchObject({
      message: { subscribe_response: [{ status: 'rjct', status_reason_code: 'rjct.notify_types.invalid' }] },
    });
    await sides.registerDeath(DEATH);
    await sides.notified();
    expect(sides.proposals).toEqual([]);
    expect(sides.wrong).toEqual([]);
  });
});
