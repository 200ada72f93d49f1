/** What a reconciliation found, in lines: ids, codes and scores, and nobody's name. */
import { type Finding, type Proposal, type Reconciliation, sayOfReconciliation } from '@lienthong/core/reconciliation';
import type { Language, Text } from '../language.js';

const texts = {
  since: { vi: 'từ', en: 'since' },
  cases: { vi: 'hồ sơ', en: 'case' },
  records: { vi: 'bản ghi', en: 'record' },
  score: { vi: 'điểm', en: 'score' },
  propose: { vi: 'đề xuất', en: 'proposed' },
  needs: { vi: 'cần điền', en: 'to be filled in' },
  none: { vi: 'không thấy gì không khớp.', en: 'nothing was found that differs.' },
  unnamed: { vi: 'hồ sơ đã xóa dữ liệu, không so được', en: 'cases erased, not compared' },
} as const satisfies Readonly<Record<string, Text>>;

const signed = (effect: number): string => (effect > 0 ? `+${effect}` : String(effect));

const proposalLine = (language: Language, { caseId, command, needs }: Proposal): string => {
  const data = Object.entries(command.data).map(([field, value]) => `${field}=${String(value)}`);
  const open = needs.length === 0 ? '' : ` (${texts.needs[language]}: ${needs.join(', ')})`;
  return `    ${texts.propose[language]}: ${command.type} ${data.join(' ')} @ ${caseId}${open}`;
};

const findingLines = (finding: Finding, language: Language): readonly string[] => {
  const say = sayOfReconciliation(language);
  const { kind, cause, confidence, since, cases, records, evidence, dong, proposals } = finding;
  const where = [
    ...cases.map((id) => `${texts.cases[language]} ${id}`),
    ...records.map(({ register, id }) => `${texts.records[language]} ${say.register(register)} ${id}`),
  ];
  return [
    [
      `${kind}: ${say.kind(kind)}; ${say.cause(cause)}`,
      say.confidence(confidence),
      ...(since === null ? [] : [`${texts.since[language]} ${since}`]),
      ...(dong === undefined ? [] : [`${dong} đ`]),
    ].join(', '),
    `    ${where.join(', ')}`,
    ...evidence.map(({ match: { score, verdict, reasons, name } }) => {
      const told = reasons.filter(({ effect }) => effect !== 0);
      const why = told.map(({ rule, effect }) => `${say.personRule(rule)} ${signed(effect)}`);
      const names = (name?.reasons ?? []).slice(1);
      const inNames = names.map(({ rule, effect }) => `${say.nameRule(rule)} ${signed(effect)}`);
      const parts = inNames.length === 0 ? '' : ` [${inNames.join(', ')}]`;
      return `    ${texts.score[language]} ${score}, ${say.verdict(verdict)}: ${why.join(', ')}${parts}`;
    }),
    ...proposals.map((proposal) => proposalLine(language, proposal)),
  ];
};

const countLine = ({ compared, records, findings }: Reconciliation, language: Language): string =>
  ({
    vi: `So ${compared} hồ sơ với ${records} bản ghi: ${findings.length} điểm không khớp.`,
    en: `${compared} cases compared with ${records} records: ${findings.length} findings.`,
  })[language];

export const reconciliationLines = (found: Reconciliation, language: Language): readonly string[] => [
  ...found.findings.flatMap((finding) => findingLines(finding, language)),
  ...(found.unnamed.length === 0 ? [] : [`${texts.unnamed[language]}: ${found.unnamed.join(', ')}`]),
  found.findings.length === 0 ? `${countLine(found, language)} ${texts.none[language]}` : countLine(found, language),
];
