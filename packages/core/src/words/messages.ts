/**
 * What a case says to people (thông báo cho người dân và cán bộ), Vietnamese and English. Everything is made of codes, dates
 * and names of fields: nobody is named, and no value that somebody sent is repeated.
 */
import type { Command, DomainEvent, Elsewhere, Fault, OutcomeUnknown, Refusal, Remedy } from '../kernel/index.js';
import type { Citation } from '../law/dated.js';
import { explainCitation, explainConfidence, type Language } from '../law/index.js';
import type { Malformed } from '../values/malformed.js';
import type { Lines } from './events.js';
import { inVietnamese } from './expectations.js';
import { toldOf } from './faults.js';
import { dutyBearer, roleName, type Speech, type Words } from './vocabulary.js';

/** A fault, told in three short parts. */
export type FaultTold = Readonly<{ what: string; lost: string; toDo: string }>;

export type Messages<
  C extends Command = Command,
  Ev extends DomainEvent = DomainEvent,
  R extends string = string,
> = Readonly<{
  /** What is in the way, what opens it, and on which text it rests. */
  refusal: (refusal: Refusal<R>) => string;
  /** One line of the timeline. */
  event: (event: Ev) => string;
  fault: (fault: Fault | OutcomeUnknown) => FaultTold;
  /** Which field, and what belongs there. */
  malformed: (malformed: Malformed) => string;
  /** What a command asks somebody to do, such as "register the birth". */
  command: (type: C['type']) => string;
  role: (role: string) => string;
  duty: (duty: string) => string;
}>;

/** The words of one kind of case. */
export type CaseWords<C extends Command, Ev extends DomainEvent, R extends string> = Readonly<{
  commands: Readonly<Record<C['type'], Words>>;
  lines: Lines<Ev>;
  obstacles: Readonly<Record<R, Words>>;
  speech: Pick<Speech, 'coded' | 'valueInWords'>;
  /** A field of the form; `undefined` for one that is none. */
  fieldName: (at: string, language: Language) => string | undefined;
  /** Fields of the declaration that the form calls otherwise. */
  named: Readonly<Record<string, Words>>;
  /** Procedures and desks by their English name: a refusal carries that. */
  elsewhere: readonly Words[];
}>;

const groundsInWords = (citations: readonly Citation[], language: Language): string => {
  const texts = citations.map((citation) => {
    const doubt = citation.confidence === 'official' ? '' : ` (${explainConfidence(citation.confidence, language)})`;
    return explainCitation(citation, language) + doubt;
  });
  return `${language === 'vi' ? 'Căn cứ' : 'On the ground of'}: ${texts.join('; ')}.`;
};

export const messagesOf =
  <C extends Command, Ev extends DomainEvent, R extends string>(own: CaseWords<C, Ev, R>) =>
  (language: Language): Messages<C, Ev, R> => {
    const { commands, lines, obstacles, fieldName, named } = own;
    const { coded, valueInWords } = own.speech;
    const vietnameseOf: ReadonlyMap<string, string> = new Map(own.elsewhere.map(({ vi, en }) => [en, vi]));

    /** A name in the declaration's data, or in the form. */
    const fieldAt = (at: string): string => {
      const inner = at.replace(/^(data\.)?(declaration\.)?/, '');
      return named[inner]?.[language] ?? fieldName(inner, language) ?? fieldName(`choices.${inner}`, language) ?? at;
    };

    const commandPhrase = (command: string): string =>
      Object.hasOwn(commands, command) ? commands[command as C['type']][language] : command;

    const remedyInWords = (remedy: Remedy): string => {
      if (remedy.kind === 'change') {
        const [field, to] = [fieldAt(remedy.at), valueInWords(remedy.to, language)];
        return language === 'vi' ? `Xin đổi mục “${field}” thành: ${to}.` : `Please change “${field}” to: ${to}.`;
      }
      const [who, what] = [roleName(remedy.by, language), commandPhrase(remedy.command)];
      return language === 'vi' ? `Để tiếp tục, ${who} cần ${what}.` : `To go on, ${who} needs to ${what}.`;
    };

    const elsewhereInWords = ({ procedure, desk }: Elsewhere): string => {
      const say = (text: string): string =>
        (language === 'vi' ? vietnameseOf.get(text) : undefined) ?? coded(text, language);
      return language === 'vi'
        ? `Xin thực hiện thủ tục: ${say(procedure)}, tại ${say(desk)}.`
        : `The right way is: ${say(procedure)}, at: ${say(desk)}.`;
    };

    const malformed = ({ at, expected }: Malformed): string => {
      const what = (language === 'vi' ? inVietnamese(expected) : undefined) ?? expected;
      if (language === 'vi')
        return at === '' ? `Dữ liệu gửi lên cần là: ${what}.` : `${fieldAt(at)} (${at}) cần là: ${what}.`;
      return at === '' ? `What was sent should be: ${what}.` : `${fieldAt(at)} (${at}) should be: ${what}.`;
    };

    return {
      refusal: ({ reason, remedy, elsewhere, citations }) =>
        [
          obstacles[reason][language],
          ...(remedy === null ? [] : [remedyInWords(remedy)]),
          ...(elsewhere === undefined ? [] : [elsewhereInWords(elsewhere)]),
          groundsInWords(citations, language),
        ].join(' '),
      event: (event) => {
        // Each type's line takes events of that type; the compiler cannot follow the table.
        const line = lines[event.type as Ev['type']] as Readonly<Record<Language, (event: Ev) => string>>;
        return line[language](event);
      },
      fault: (fault) => {
        const { what, lost, toDo } = toldOf(fault);
        return { what: what[language], lost: lost[language], toDo: toDo[language] };
      },
      malformed,
      command: (type) => commands[type as C['type']][language],
      role: (role) => roleName(role, language),
      duty: (duty) => dutyBearer(duty, language),
    };
  };
