/** The figures of a store, as a table for people. */
import type { LegName } from '@lienthong/core/application';
import { GROUPS } from '../cases/group.js';
import type { Language, Text } from '../language.js';
import type { Breakdown, Dimension } from '../readings/breakdown.js';
import type { LegFigures, Statistics, Status } from '../readings/statistics.js';
import { inColumns } from '../table.js';
import { legText } from './legs.js';
import { dongText, moneyRows } from './money.js';

export const statusText: Readonly<Record<Status, Text>> = {
  open: { vi: 'đang giải quyết', en: 'under way' },
  stuck: { vi: 'tổ hỗ trợ đang xử lý', en: 'stuck' },
  done: { vi: 'xong mọi phần', en: 'done' },
  partly: { vi: 'xong một phần', en: 'done in part' },
  refused: { vi: 'từ chối đăng ký', en: 'registration refused' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
};

const dimensionText: Readonly<Record<Dimension, Text>> = {
  group: { vi: 'Nhóm', en: 'Group' },
  status: { vi: 'Tình trạng', en: 'Status' },
  province: { vi: 'Tỉnh', en: 'Province' },
  commune: { vi: 'Xã', en: 'Commune' },
  leg: { vi: 'Phần', en: 'Leg' },
  month: { vi: 'Tháng', en: 'Month' },
};

const words = {
  received: { vi: 'Tiếp nhận', en: 'Received' },
  birth: { vi: 'nhóm khai sinh', en: 'birth group' },
  death: { vi: 'nhóm khai tử', en: 'death group' },
  decided: { vi: 'Đã quyết định', en: 'Decided' },
  handedOver: { vi: 'Đã trả kết quả', en: 'Handed over' },
  paid: { vi: 'Đã chi trả đủ', en: 'Paid in full' },
  onTime: { vi: 'Đúng hạn', en: 'On time' },
  late: { vi: 'Quá hạn', en: 'Late' },
  stuck: { vi: 'Tổ hỗ trợ đang xử lý', en: 'Stuck' },
  refused: { vi: 'Có phần bị từ chối', en: 'With a leg refused' },
  events: { vi: 'Sự kiện', en: 'Events' },
  chosen: { vi: 'yêu cầu', en: 'chosen' },
  granted: { vi: 'giải quyết', en: 'granted' },
  refusedLegs: { vi: 'từ chối', en: 'refused' },
  withdrawn: { vi: 'rút', en: 'withdrawn' },
  given: { vi: 'đã trả', en: 'handed over' },
  paidLegs: { vi: 'đã chi trả', en: 'paid' },
  amountDecided: { vi: 'Tiền quyết định', en: 'Amount decided' },
  amountPaid: { vi: 'Tiền đã chi trả', en: 'Amount paid' },
  outstanding: { vi: 'Còn phải trả', en: 'Outstanding' },
} as const satisfies Readonly<Record<string, Text>>;

type Row = readonly [Text, number];

const legRow = (name: Text, figures: LegFigures, language: Language): readonly string[] => {
  const { chosen, granted, refused, withdrawn, handedOver, paid } = figures;
  return [name[language], ...[chosen, granted, refused, withdrawn, handedOver, paid ?? ''].map(String)];
};

const legLines = ({ legs }: Statistics, language: Language): readonly string[] => {
  const head = [words.chosen, words.granted, words.refusedLegs, words.withdrawn, words.given, words.paidLegs].map(
    (text) => text[language],
  );
  const rows = GROUPS.flatMap((group) =>
    (Object.entries(legs[group] ?? {}) as readonly [LegName, LegFigures][]).map(([leg, figures]) =>
      legRow(legText(group, leg), figures, language),
    ),
  );
  return rows.length === 0 ? [] : ['', ...inColumns([['', ...head], ...rows], '  ')];
};

const moneyLines = ({ benefits }: Statistics, language: Language): readonly string[] =>
  benefits.decided.count === 0
    ? []
    : [
        '',
        ...inColumns(
          moneyRows(benefits).map(([name, { count, dong }]) => [name[language], String(count), dongText(dong)]),
          '  ',
        ),
      ];

export const statisticsLines = (statistics: Statistics, language: Language): readonly string[] => {
  const { received, byStatus, decided, handedOver, paid, onTime, late, stuck, refused, events } = statistics;
  const withDeaths = received.death > 0;
  const rows: readonly Row[] = [
    [words.received, received.total],
    ...(withDeaths
      ? ([
          [words.birth, received.birth],
          [words.death, received.death],
        ] as const)
      : []),
    [words.decided, decided],
    [words.handedOver, handedOver],
    ...(withDeaths ? ([[words.paid, paid]] as const) : []),
    [words.onTime, onTime],
    [words.late, late],
    [words.stuck, stuck],
    [words.refused, refused],
    [words.events, events],
  ];
  const standing = Object.entries(byStatus) as readonly (readonly [Status, number])[];
  return [
    ...inColumns(rows.map(([text, figure]) => [text[language], String(figure)])),
    '',
    ...inColumns(
      standing.map(([status, figure]) => [statusText[status][language], String(figure)]),
      '  ',
    ),
    ...legLines(statistics, language),
    ...moneyLines(statistics, language),
  ];
};

export const breakdownLines = (rows: Breakdown, by: readonly Dimension[], language: Language): readonly string[] => {
  const withMoney = rows.some(({ figures }) => figures.benefits.decided.count > 0);
  const titles = [words.received, words.decided, words.handedOver];
  const money = [words.paid, words.amountDecided, words.amountPaid, words.outstanding];
  return inColumns([
    [
      ...by.map((dimension) => dimensionText[dimension][language]),
      ...[...titles, ...(withMoney ? money : [])].map((text) => text[language]),
    ],
    ...rows.map(({ key, figures: { received, decided, handedOver, paid, benefits } }) => [
      ...by.map((dimension) => key[dimension] ?? ''),
      ...[received, decided, handedOver].map(String),
      ...(withMoney
        ? [
            String(paid),
            dongText(benefits.decided.dong + benefits.toppedUp.dong),
            dongText(benefits.paid.dong),
            dongText(benefits.outstanding.dong),
          ]
        : []),
    ]),
  ]);
};
