/** The figures of a store, as a table for people. */
import type { Language, Text } from '../language.js';
import type { Breakdown, Dimension, LegName, Statistics, Status } from '../readings/statistics.js';
import { inColumns } from '../table.js';
import { legText } from './legs.js';

export const statusText: Readonly<Record<Status, Text>> = {
  open: { vi: 'đang giải quyết', en: 'under way' },
  stuck: { vi: 'tổ hỗ trợ đang xử lý', en: 'stuck' },
  done: { vi: 'xong mọi phần', en: 'done' },
  partly: { vi: 'xong một phần', en: 'done in part' },
  refused: { vi: 'từ chối khai sinh', en: 'birth refused' },
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
} as const satisfies Readonly<Record<string, Text>>;

type Row = readonly [Text, number];

export const statisticsLines = (statistics: Statistics, language: Language): readonly string[] => {
  const { received, byStatus, decided, handedOver, onTime, late, stuck, refused, legs, events } = statistics;
  const rows: readonly Row[] = [
    [words.received, received.total],
    ...(received.death === 0
      ? []
      : ([
          [words.birth, received.birth],
          [words.death, received.death],
        ] as const)),
    [words.decided, decided],
    [words.handedOver, handedOver],
    [words.onTime, onTime],
    [words.late, late],
    [words.stuck, stuck],
    [words.refused, refused],
    [words.events, events],
  ];
  const standing = Object.entries(byStatus) as readonly (readonly [Status, number])[];
  const head = [words.chosen, words.granted, words.refusedLegs, words.withdrawn, words.given].map(
    (text) => text[language],
  );
  const byLeg = (Object.keys(legs) as LegName[]).map((leg) => {
    const figures = legs[leg];
    return [
      legText[leg][language],
      ...[figures?.chosen, figures?.granted, figures?.refused, figures?.withdrawn, figures?.handedOver].map(String),
    ];
  });
  return [
    ...inColumns(rows.map(([text, figure]) => [text[language], String(figure)])),
    '',
    ...inColumns(
      standing.map(([status, figure]) => [statusText[status][language], String(figure)]),
      '  ',
    ),
    ...(byLeg.length === 0 ? [] : ['', ...inColumns([['', ...head], ...byLeg], '  ')]),
  ];
};

export const breakdownLines = (rows: Breakdown, by: readonly Dimension[], language: Language): readonly string[] =>
  inColumns([
    [
      ...by.map((dimension) => dimensionText[dimension][language]),
      ...[words.received, words.decided, words.handedOver].map((text) => text[language]),
    ],
    ...rows.map(({ key, figures }) => [
      ...by.map((dimension) => key[dimension] ?? ''),
      ...[figures.received, figures.decided, figures.handedOver].map(String),
    ]),
  ]);
