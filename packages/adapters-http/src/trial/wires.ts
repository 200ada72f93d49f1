/** Wires, desks and a clock that only tests use. */
import { type Fault, type Instant, instant, type OutcomeUnknown } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import { code, count, fields, oneOf, text } from '@lienthong/core/received';
import type { Answered, Ask, Delivery, Desk, Repeats, Reply } from '@lienthong/core/requests';
import type { AgencyWire, PurposeWire } from '../wire/purpose-wire.js';

export type Parcel = Readonly<{ name: string }>;
export type Card = Readonly<{ outcome: 'issued'; number: number }>;

export const parcelWire = (repeats: Repeats): PurposeWire<Parcel, Card> => ({
  purpose: 'issue-card',
  path: '/cards',
  title: 'Cards',
  repeats,
  content: fields({ name: text() }),
  answer: fields({ outcome: oneOf('issued'), number: count() }),
});

export const held: PurposeWire<Parcel, Readonly<{ outcome: 'held'; reason: string }>> = {
  purpose: 'tell-insurance',
  path: '/births/changes',
  title: 'Changes',
  repeats: 'neither',
  content: fields({ name: text() }),
  answer: fields({ outcome: oneOf('held'), reason: code() }),
};

export const agencyOf = (repeats: Repeats): AgencyWire => ({
  agency: 'insurance',
  title: 'Social insurance',
  version: '1.0.0',
  purposes: [parcelWire(repeats), held],
});

export const at = (raw: string): Instant => {
  const read = instant(raw);
  if (E.isLeft(read)) throw new RangeError(raw);
  return read.right;
};
export const START = at('2023-07-10T01:00:00Z');
export const KEY = '0b6f2a52-6c1d-5e0f-9f4b-2f6c1d0e7a31';

export const answered = (number: number): Answered<Card> => ({
  kind: 'answered',
  answer: { outcome: 'issued', number },
  at: START,
  receivedAt: START,
  by: { id: 'insurance-nghe-an', role: 'insurance-officer' },
});

export const parcel = (key = KEY): Ask<Parcel> => ({
  key,
  caseId: 'a-case',
  request: 'issue-card#1',
  content: { name: 'An' },
});

/** A desk that says what it is told to, and counts. */
export const scripted = (
  repeats: Repeats,
  ask: (ask: Ask<Parcel>) => Either<Fault | OutcomeUnknown, Reply<Card>>,
  deliveries: Delivery<Card>[] = [],
) => {
  const asked: Ask<Parcel>[] = [];
  const confirmed: string[] = [];
  const desk: Desk<Parcel, Card> = {
    agency: 'insurance',
    repeats,
    ask: (file) => async () => {
      asked.push(file);
      return ask(file);
    },
    ...(repeats === 'queryable' && {
      find:
        ({ key }: Ask<Parcel>) =>
        async () =>
          E.right(asked.some((one) => one.key === key) ? answered(1) : undefined),
    }),
    collect: () => async () => E.right(deliveries.splice(0)),
    confirm: (receipts) => async () => {
      confirmed.push(...receipts);
      return E.right(undefined);
    },
  };
  return { desk, asked, confirmed };
};
