/**
 * The workload: invented cases of 8 to 16 events (mean 12) of 20 types, with Vietnamese names and notes; every event follows
 * from the seed. Real cases carry their requests as events too and come to about thirty, so 30 can be asked for as well.
 */
import type { Instant, NewEvent } from '@lienthong/core';
import { type Random, random } from '@lienthong/testing';

export const EVENT_TYPES = [
  'ApplicationSubmitted',
  'DossierReceived',
  'SupplementRequested',
  'SupplementProvided',
  'BirthRegistered',
  'RequestIntended',
  'RequestAnswered',
  'ResidenceRegistered',
  'ResidenceRefused',
  'CardRequested',
  'CardIssued',
  'ExtractSigned',
  'ExtractIssued',
  'FeePaid',
  'DeadlineRevised',
  'DeadlineMissed',
  'CorrectionRegistered',
  'BenefitDecided',
  'PaymentMade',
  'CaseClosed',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Lò', 'Quàng'];
const GIVEN = ['Minh Anh', 'Thị Hương Giang', 'Văn Đức', 'Gia Bảo', 'Thị Pành', 'Quỳnh Như', 'Hữu Nghĩa', 'Thuỳ Dương'];
const WARDS = [
  'phường Trường Vinh',
  'xã Quỳ Châu',
  'xã Mường Xén',
  'phường Cửa Lò',
  'xã Đô Lương',
  'phường Thành Vinh',
];
const NOTES = [
  'Người đi khai sinh đã xuất trình giấy chứng sinh bản chính',
  'Đề nghị bổ sung văn bản đồng ý của chủ hộ',
  'Đã đối chiếu với Cơ sở dữ liệu quốc gia về dân cư, thông tin khớp',
  'Trả kết quả qua dịch vụ bưu chính công ích theo yêu cầu',
];

const word = (dice: Random): string => dice.int(0, 0xffffffff).toString(16).padStart(8, '0');

export const uuidOf = (dice: Random): string => {
  const [b, c] = [word(dice), word(dice)];
  return `${word(dice)}-${b.slice(0, 4)}-5${b.slice(5)}-8${c.slice(1, 4)}-${c.slice(4)}${word(dice)}`;
};

const personOf = (dice: Random): string => `${dice.pick(FAMILY)} ${dice.pick(GIVEN)}`;
const twoDigits = (count: number): string => String(count).padStart(2, '0');
const dayOf = (dice: Random): string => `2024-${twoDigits(dice.int(1, 12))}-${twoDigits(dice.int(1, 28))}`;

/** What an event of the workload says. The same shape for all types, so that every peer can check the same fields. */
export type Facts = Readonly<{
  child: string;
  mother: string;
  ward: string;
  wardCode: string;
  note: string;
  on: string;
  due: string;
  request: string;
  amount: number;
  sheets: number;
  urgent: boolean;
}>;

const factsOf = (dice: Random): Facts => ({
  child: personOf(dice),
  mother: personOf(dice),
  ward: dice.pick(WARDS),
  wardCode: String(dice.int(10_000, 29_999)),
  note: dice.pick(NOTES),
  on: dayOf(dice),
  due: dayOf(dice),
  request: uuidOf(dice),
  amount: 1000 * dice.int(0, 1999),
  sheets: dice.int(1, 5),
  urgent: dice.chance(0.2),
});

export type Case = Readonly<{ stream: string; events: readonly (NewEvent & Readonly<{ data: Facts }>)[] }>;

const START = Date.parse('2024-03-01T01:00:00.000Z');

const eventOf = (dice: Random, correlation: string, index: number): Case['events'][number] => ({
  id: uuidOf(dice),
  type: dice.pick(EVENT_TYPES),
  schema: 1,
  occurredAt: new Date(START + index * 60_000).toISOString() as Instant,
  actor: { id: `officer-${dice.int(1, 500)}`, role: 'registrar', unit: String(dice.int(10_000, 10_899)) },
  causation: uuidOf(dice),
  correlation,
  data: factsOf(dice),
});

/** Cases with as many events together as asked; `mean` is 12, or 30 as real ones have. */
export const casesOf = (seed: number, events: number, mean: 12 | 30 = 12): readonly Case[] => {
  const dice = random(seed);
  const cases: Case[] = [];
  for (let left = events; left > 0; ) {
    const id = uuidOf(dice);
    const drawn = mean === 12 ? dice.int(8, 16) : dice.int(20, 40);
    const length = Math.min(left, drawn);
    cases.push({ stream: `birth-${id}`, events: Array.from({ length }, (_, index) => eventOf(dice, id, index)) });
    left -= length;
  }
  // As read from a request: strings put together piece by piece would be flattened by whoever touches them first.
  return JSON.parse(JSON.stringify(cases)) as readonly Case[];
};

export const eventsOf = (cases: readonly Case[]): readonly Case['events'][number][] =>
  cases.flatMap(({ events }) => events);

/** A clock that stands still: asking the machine the time is not what is measured. */
export const still = { now: () => '2024-09-02T01:00:00.000Z' as Instant };
