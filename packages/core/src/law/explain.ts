/** The law in words, Vietnamese and English: citations, steps of a derivation, confidence. */
import type { PlainDate } from '../values/plain-date.js';
import { type Act, type ActKind, acts } from './acts.js';
import type { Step, StepCode } from './calendar/counting.js';
import type { Citation, Confidence } from './dated.js';

export type Language = 'vi' | 'en';

type Bilingual = Readonly<Record<Language, string>>;

const kinds: Readonly<Record<ActKind, Bilingual>> = {
  code: { vi: 'Bộ luật', en: 'Code' },
  law: { vi: 'Luật', en: 'Law' },
  ordinance: { vi: 'Pháp lệnh', en: 'Ordinance' },
  decree: { vi: 'Nghị định', en: 'Decree' },
  circular: { vi: 'Thông tư', en: 'Circular' },
  'joint-circular': { vi: 'Thông tư liên tịch', en: 'Joint Circular' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  resolution: { vi: 'Nghị quyết', en: 'Resolution' },
  letter: { vi: 'Công văn', en: 'Letter' },
};

const places: readonly Readonly<{ key: 'point' | 'clause' | 'article'; vi: string; en: string }>[] = [
  { key: 'point', vi: 'điểm', en: 'pt.' },
  { key: 'clause', vi: 'khoản', en: 'cl.' },
  { key: 'article', vi: 'Điều', en: 'art.' },
];

const numbered = (citation: Citation, language: Language): readonly string[] =>
  places.flatMap(({ key, ...words }) => (citation[key] === undefined ? [] : `${words[language]} ${citation[key]}`));

/**
 * A citation as people write it.
 * @example explainCitation(c, 'vi') // => 'khoản 2 Điều 7 Nghị định 63/2024/NĐ-CP'
 * @example explainCitation(c, 'en') // => 'Decree 63/2024/NĐ-CP, art. 7 cl. 2'
 */
export const explainCitation = (
  citation: Citation,
  language: Language,
  registry: ReadonlyMap<string, Act> = acts,
): string => {
  const kind = registry.get(citation.act)?.kind;
  const act = kind ? `${kinds[kind][language]} ${citation.act}` : citation.act;
  const where = numbered(citation, language);
  if (where.length === 0) return act;
  return language === 'vi' ? `${where.join(' ')} ${act}` : `${act}, ${[...where].reverse().join(' ')}`;
};

const certainty: Readonly<Record<Confidence, Bilingual>> = {
  official: { vi: 'theo văn bản', en: 'from the text' },
  secondary: { vi: 'theo nguồn thứ cấp', en: 'from a secondary source' },
  inferred: { vi: 'suy luận', en: 'inferred' },
};

export const explainConfidence = (confidence: Confidence, language: Language): string =>
  certainty[confidence][language];

const reasons: Readonly<Record<StepCode, Bilingual>> = {
  working: { vi: 'ngày làm việc', en: 'working day' },
  'weekly-rest': { vi: 'nghỉ hằng tuần', en: 'weekly rest' },
  holiday: { vi: 'nghỉ lễ', en: 'holiday' },
  compensation: { vi: 'nghỉ bù', en: 'day off instead' },
  swapped: { vi: 'nghỉ hoán đổi', en: 'day off, worked on a Saturday' },
  'make-up': { vi: 'làm bù', en: 'worked instead of a day off' },
  extra: { vi: 'làm việc theo lịch riêng', en: 'worked by the desk’s own calendar' },
  received: { vi: 'tiếp nhận', en: 'received' },
  'received-after-cut-off': { vi: 'tiếp nhận sau giờ quy định', en: 'received after the cut-off' },
  'received-on-day-of-rest': { vi: 'tiếp nhận vào ngày nghỉ', en: 'received on a day of rest' },
  'counts-as-received': { vi: 'tính là ngày tiếp nhận', en: 'counts as the day of receipt' },
  arrived: { vi: 'dữ liệu đến', en: 'data arrived' },
  'starts-after-leg': { vi: 'bắt đầu sau thủ tục trước', en: 'starts when an earlier procedure ends' },
  restarted: { vi: 'tính lại từ đầu khi hồ sơ đủ', en: 'starts anew with the full dossier' },
  resumed: { vi: 'tính tiếp khi hồ sơ đủ', en: 'goes on with the full dossier' },
  'earlier-due': { vi: 'hạn trước đó', en: 'due before the supplement' },
  'last-day': { vi: 'ngày cuối của thời hạn', en: 'last day of the term' },
  rolled: { vi: 'chuyển sang ngày làm việc tiếp theo', en: 'moved to the next working day' },
  'no-row': { vi: 'chưa có quy định', en: 'no rule is on record' },
  'limit-unset': { vi: 'chưa rõ thời hạn', en: 'no limit is known' },
  'waits-for-undated-leg': { vi: 'chờ thủ tục chưa có hạn', en: 'waits for a procedure without a day' },
  'outside-calendar': { vi: 'ngoài các năm có lịch', en: 'outside the years of the calendar' },
};

const written = (date: PlainDate, language: Language): string =>
  language === 'vi' ? date.split('-').reverse().join('/') : date;

/** One step of a derivation, such as `2024-09-02: skipped, holiday (National Day)`. */
export const explainStep = (step: Step, language: Language): string => {
  const done: Bilingual = {
    vi: { counted: 'tính', skipped: 'bỏ qua', note: '' }[step.step],
    en: { counted: 'counted', skipped: 'skipped', note: '' }[step.step],
  };
  const why = reasons[step.why][language] + (step.name ? ` (${step.name[language]})` : '');
  const told = done[language] ? `${done[language]}, ${why}` : why;
  const doubtful = step.confidence === 'official' ? '' : ` [${explainConfidence(step.confidence, language)}]`;
  return `${written(step.date, language)}: ${told}${doubtful}`;
};
