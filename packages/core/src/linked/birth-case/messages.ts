/**
 * What a birth case says to people (thông báo cho người dân và cán bộ), Vietnamese and English. Everything is made of codes,
 * dates and names of fields: nobody is named, and no value that somebody sent is repeated.
 */
import type { Elsewhere, Fault, OutcomeUnknown, Refusal, Remedy } from '../../kernel/index.js';
import type { Citation } from '../../law/dated.js';
import { explainCitation, explainConfidence, type Language, provision } from '../../law/index.js';
import type { Malformed } from '../../values/malformed.js';
import type { BirthCommand } from './commands.js';
import type { BirthEvent } from './events.js';
import { fieldName } from './form-fields.js';
import type { BirthReason } from './reasons.js';
import { commandPhrases } from './words/commands.js';
import { eventLines } from './words/events.js';
import { inVietnamese } from './words/expectations.js';
import { toldOf } from './words/faults.js';
import { obstacles } from './words/refusals.js';
import { coded, dutyBearer, roleName, valueInWords } from './words/vocabulary.js';

/** A fault, told in three short parts. */
export type FaultTold = Readonly<{ what: string; lost: string; toDo: string }>;

export type Messages = Readonly<{
  /** What is in the way, what opens it, and on which text it rests. */
  refusal: (refusal: Refusal<BirthReason>) => string;
  /** One line of the timeline. */
  event: (event: BirthEvent) => string;
  fault: (fault: Fault | OutcomeUnknown) => FaultTold;
  /** Which field, and what belongs there. */
  malformed: (malformed: Malformed) => string;
  /** What a command asks somebody to do, such as "register the birth". */
  command: (type: BirthCommand['type']) => string;
  role: (role: string) => string;
  duty: (duty: string) => string;
}>;

/** A name in the declaration's data, or in the form. */
const fieldAt = (at: string, language: Language): string => {
  const inner = at.replace(/^(data\.)?(declaration\.)?/, '');
  return named[inner]?.[language] ?? fieldName(inner, language) ?? fieldName(`choices.${inner}`, language) ?? at;
};

const named: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  bornOn: { vi: 'Ngày, tháng, năm sinh', en: 'Date of birth' },
  proof: { vi: 'Chứng minh việc sinh', en: 'Proof of birth' },
  agency: { vi: 'Đơn vị tiếp nhận', en: 'Unit' },
  mode: { vi: 'Hình thức', en: 'Mode' },
};

const commandPhrase = (command: string, language: Language): string =>
  Object.hasOwn(commandPhrases, command) ? commandPhrases[command as BirthCommand['type']][language] : command;

const remedyInWords: Readonly<Record<Language, (remedy: Remedy) => string>> = {
  vi: (remedy) =>
    remedy.kind === 'change'
      ? `Xin đổi mục “${fieldAt(remedy.at, 'vi')}” thành: ${valueInWords(remedy.to, 'vi')}.`
      : `Để tiếp tục, ${roleName(remedy.by, 'vi')} cần ${commandPhrase(remedy.command, 'vi')}.`,
  en: (remedy) =>
    remedy.kind === 'change'
      ? `Please change “${fieldAt(remedy.at, 'en')}” to: ${valueInWords(remedy.to, 'en')}.`
      : `To go on, ${roleName(remedy.by, 'en')} needs to ${commandPhrase(remedy.command, 'en')}.`,
};

/** The law names the right procedure and desk in both languages; a refusal carries the English. */
const vietnameseOf: ReadonlyMap<string, string> = new Map(
  [
    provision.outOfScopeAge,
    provision.outOfScopeBorderArea,
    provision.outOfScopeCollectiveHousehold,
    provision.outOfScopeFatherAcknowledged,
    provision.outOfScopeForeignParent,
    provision.outOfScopeFoundling,
    provision.outOfScopeLaterCard,
    provision.outOfScopeStillbirth,
    provision.outOfScopeSurrogacy,
  ]
    .flatMap(({ rows }) => rows)
    .flatMap(({ value: { procedure, desk } }) => [[procedure.en, procedure.vi] as const, [desk.en, desk.vi] as const]),
);

const elsewhereInWords: Readonly<Record<Language, (elsewhere: Elsewhere) => string>> = {
  vi: ({ procedure, desk }) => {
    const say = (text: string): string => vietnameseOf.get(text) ?? coded(text, 'vi');
    return `Xin thực hiện thủ tục: ${say(procedure)}, tại ${say(desk)}.`;
  },
  en: ({ procedure, desk }) => `The right way is: ${coded(procedure, 'en')}, at: ${coded(desk, 'en')}.`,
};

const groundsInWords = (citations: readonly Citation[], language: Language): string => {
  const texts = citations.map((citation) => {
    const doubt = citation.confidence === 'official' ? '' : ` (${explainConfidence(citation.confidence, language)})`;
    return explainCitation(citation, language) + doubt;
  });
  return `${language === 'vi' ? 'Căn cứ' : 'On the ground of'}: ${texts.join('; ')}.`;
};

const malformedInWords: Readonly<Record<Language, (malformed: Malformed) => string>> = {
  vi: ({ at, expected }) => {
    const what = inVietnamese(expected) ?? expected;
    return at === '' ? `Dữ liệu gửi lên cần là: ${what}.` : `${fieldAt(at, 'vi')} (${at}) cần là: ${what}.`;
  },
  en: ({ at, expected }) =>
    at === '' ? `What was sent should be: ${expected}.` : `${fieldAt(at, 'en')} (${at}) should be: ${expected}.`,
};

const line = <Ev extends BirthEvent>(event: Ev, language: Language): string => {
  // Each type's line takes events of that type; the compiler cannot follow the table.
  const tell = eventLines[event.type][language] as (event: Ev) => string;
  return tell(event);
};

/** @example say('vi').command('RegisterBirth') // => 'đăng ký khai sinh' */
export const say = (language: Language): Messages => ({
  refusal: ({ reason, remedy, elsewhere, citations }) =>
    [
      obstacles[reason][language],
      ...(remedy === null ? [] : [remedyInWords[language](remedy)]),
      ...(elsewhere === undefined ? [] : [elsewhereInWords[language](elsewhere)]),
      groundsInWords(citations, language),
    ].join(' '),
  event: (event) => line(event, language),
  fault: (fault) => {
    const { what, lost, toDo } = toldOf(fault);
    return { what: what[language], lost: lost[language], toDo: toDo[language] };
  },
  malformed: malformedInWords[language],
  command: (type) => commandPhrases[type][language],
  role: (role) => roleName(role, language),
  duty: (duty) => dutyBearer(duty, language),
});
