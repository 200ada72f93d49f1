/** How a simulation ended, as a table, and what to try next. */
import type { Simulated, StuckRequests } from '@lienthong/testing/scenarios';
import type { Language, Text } from '../language.js';
import { inColumns } from '../table.js';
import { dongText, moneyRows } from './money.js';
import { statusText } from './statistics.js';

type Around = Readonly<{ store: string; elapsedMs: number; firstCase?: string }>;

const words = {
  title: { vi: 'Kịch bản', en: 'Scenario' },
  seed: { vi: 'hạt giống', en: 'seed' },
  faults: { vi: 'sự cố', en: 'faults' },
  received: { vi: 'Tiếp nhận', en: 'Received' },
  birth: { vi: '  khai sinh', en: '  birth' },
  death: { vi: '  khai tử', en: '  death' },
  onTime: { vi: 'Đúng hạn', en: 'On time' },
  late: { vi: 'Quá hạn', en: 'Late' },
  stuck: { vi: 'Tổ hỗ trợ đang xử lý', en: 'Stuck' },
  refused: { vi: 'Có phần bị từ chối', en: 'With a leg refused' },
  lost: { vi: 'Thất lạc', en: 'Lost' },
  duplicated: { vi: 'Làm hai lần', en: 'Duplicated effects' },
  events: { vi: 'Sự kiện', en: 'Events' },
  status: { vi: 'Tình trạng', en: 'By status' },
  lies: { vi: 'Kho nằm ở', en: 'The store lies in' },
  gone: { vi: 'Kho memory: đã mất cùng lệnh này.', en: 'The memory: store ended with this command.' },
  stuckAt: { vi: 'Vướng giữa các cơ quan', en: 'Stuck between the agencies' },
  next: { vi: 'Thử tiếp', en: 'Try next' },
} as const satisfies Readonly<Record<string, Text>>;

const stuckText: Readonly<Record<StuckRequests['because'], Text>> = {
  'given-up': { vi: 'tổ hỗ trợ đang tìm', en: 'people look for it' },
  contradicted: { vi: 'hai trả lời khác nhau', en: 'two answers differ' },
  failing: { vi: 'gửi chưa được', en: 'tried in vain' },
  silent: { vi: 'chưa có trả lời', en: 'no answer' },
};

const after = (day: string): Text => ({ vi: `đến ${day}`, en: `by ${day}` });

/** Two columns: the figures of the scenario's last day, and those at the end, when all was quiet. */
const figures = (
  { received, benefits, lost, duplicatedEffects, events, at, final }: Simulated,
  language: Language,
): readonly string[] => {
  const both = (text: Text, of: (figures: Simulated['at']) => number): readonly string[] => [
    text[language],
    String(of(at)),
    String(of(final)),
  ];
  const once = (text: Text, figure: number): readonly string[] => [text[language], '', String(figure)];
  const standing = Object.keys(final.byStatus) as (keyof typeof final.byStatus)[];
  return inColumns([
    ['', after(at.on)[language], after(final.on)[language]],
    once(words.received, received.total),
    once(words.birth, received.birth),
    once(words.death, received.death),
    ...standing.map((status) =>
      both({ vi: `  ${statusText[status].vi}`, en: `  ${statusText[status].en}` }, (each) => each.byStatus[status]),
    ),
    both(words.onTime, ({ onTime }) => onTime),
    both(words.late, ({ late }) => late),
    both(words.stuck, ({ stuck }) => stuck),
    both(words.refused, ({ refused }) => refused),
    ...(benefits.decided.count === 0
      ? []
      : moneyRows(benefits).map(([{ vi, en }, { count, dong }]) => [
          { vi: `Trợ cấp: ${vi}`, en: `Benefits ${en}` }[language],
          '',
          String(count),
          dongText(dong),
        ])),
    once(words.lost, lost),
    once(words.duplicated, duplicatedEffects),
    once(words.events, events),
  ]);
};

/** What hung between the agencies at the end of the scenario's days, and what hangs still. */
const stuckLines = ({ at, final }: Simulated, language: Language): readonly string[] =>
  [at, final].flatMap(({ on, stuckRequests }): readonly string[] => {
    if (stuckRequests.length === 0) return [];
    const rows = stuckRequests.map(({ agency, purpose, because, code, since, count }) => [
      agency,
      purpose,
      stuckText[because][language],
      code ?? '',
      since,
      String(count),
    ]);
    return ['', `${words.stuckAt[language]}, ${after(on)[language]}:`, ...inColumns(rows, '  ')];
  });

export const simulationLines = (
  simulated: Simulated,
  { store, elapsedMs, firstCase }: Around,
  language: Language,
): readonly string[] => {
  const { scenario, seed, faults } = simulated;
  const head = `${words.title[language]} ${scenario}, ${words.seed[language]} ${seed}, ${words.faults[language]} ${faults} (${(elapsedMs / 1000).toFixed(1)} s)`;
  const tries = [
    `npx lienthong stats --store ${store} --by status,month`,
    ...(firstCase === undefined ? [] : [`npx lienthong timeline ${firstCase} --store ${store}`]),
    `npx lienthong replay ${store}`,
  ];
  return [
    head,
    '',
    ...figures(simulated, language),
    ...stuckLines(simulated, language),
    '',
    ...(store === 'memory:'
      ? [words.gone[language]]
      : [`${words.lies[language]} ${store}`, `${words.next[language]}:`, ...tries.map((line) => `  ${line}`)]),
  ];
};
