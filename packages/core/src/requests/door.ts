/**
 * A door to an agency (cửa giao tiếp với cơ quan): a desk with what this kind of case says to it and how its answers are
 * kept. Behind the door the agency's own words are gone, so that one courier serves every purpose.
 */
import type { JsonObject } from '../evidence/canonical.js';
import { pipe, TE } from '../fp.js';
import type { DomainEvent, Fault, OutcomeUnknown, Personal } from '../kernel/index.js';
import type { Acknowledged, Answered, Ask, Desk, Progress, Repeats, Reply } from './port.js';

/** A case as it is opened to ask about it: what happened, and of each person what is known by now. */
export type OpenFile<Ev extends DomainEvent = DomainEvent> = Readonly<{
  caseId: string;
  request: string;
  events: readonly Ev[];
  people: Personal;
}>;

/** An answer as it is recorded: facts, and apart from them what concerns a person. */
export type SaidAnswer = Readonly<{ answer: JsonObject & Readonly<{ outcome: string }>; personal?: Personal }>;
export type Said = Acknowledged | Progress | Answered<SaidAnswer>;

export type Door<Ev extends DomainEvent> = Readonly<{
  agency: string;
  repeats: Repeats;
  /** The people this agency has to do with, numbered ones by the name they share; no other block is opened for it. */
  who: readonly string[];
  ask: (ask: Ask<OpenFile<Ev>>) => TE.TaskEither<Fault | OutcomeUnknown, Said>;
  find?: (ask: Ask<OpenFile<Ev>>) => TE.TaskEither<Fault, Said | undefined>;
  collect: () => TE.TaskEither<Fault, readonly SaidDelivery[]>;
  confirm?: (receipts: readonly string[]) => TE.TaskEither<Fault, void>;
}>;

/** A reply that came by itself, in the words of the case. */
export type SaidDelivery = Readonly<{ key: string; reply: Said; receipt?: string }>;

/** Whether a sealed block is about one of these; `relative` means `relative-1` and all the others. */
export const concerns = (who: readonly string[], block: string): boolean => who.includes(block.replace(/-\d+$/, ''));

export const door = <Ev extends DomainEvent, Content, Answer>(
  { agency, repeats, ask, find, collect, confirm }: Desk<Content, Answer>,
  who: readonly string[],
  content: (file: OpenFile<Ev>) => Content,
  keep: (answer: Answer) => SaidAnswer,
): Door<Ev> => {
  const said = (reply: Reply<Answer>): Said =>
    reply.kind === 'answered' ? { ...reply, answer: keep(reply.answer) } : reply;
  const written = (file: Ask<OpenFile<Ev>>): Ask<Content> => ({ ...file, content: content(file.content) });
  return {
    agency,
    repeats,
    who,
    ask: (file) => pipe(ask(written(file)), TE.map(said)),
    ...(find && {
      find: (file) =>
        pipe(
          find(written(file)),
          TE.map((reply) => (reply === undefined ? undefined : said(reply))),
        ),
    }),
    collect: () =>
      pipe(
        collect(),
        TE.map((deliveries) => deliveries.map((delivery) => ({ ...delivery, reply: said(delivery.reply) }))),
      ),
    ...(confirm && { confirm }),
  };
};
