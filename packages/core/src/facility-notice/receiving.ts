/** What the notice of a birth and of a death have in common: a health facility sends it, some unsigned at first and signed later. */
import { E } from '../fp.js';
import { type Command, type Decider, type DomainEvent, examine, refuseUnless, when } from '../kernel/index.js';
import { currentLawOf, type LawBook, type Parameter } from '../law/index.js';

export type NoticeState = Readonly<{ code: string; signed: boolean }> | null;

/** As much of a notice as decides whether it is taken. */
type Noticed = Readonly<{ code: string; signed: boolean }>;

/** `other` is the refusal of a notice that speaks of something else; `renewed` may open the way to a second one. */
export type NoticeRules<C extends Command<string, Noticed>, R extends string> = Readonly<{
  /** What the notice rests on. */
  rests: Parameter<unknown>;
  other: R;
  receives: C['type'];
  renewed: (command: C) => boolean;
}>;

export type NoticeReason = 'NoticeReceivedAlready' | 'RoleNotEntitled';

export const receivingNotices = <
  C extends Command<string, Noticed>,
  Ev extends DomainEvent & Noticed,
  R extends string,
>(
  book: LawBook,
  { rests, other, receives, renewed }: NoticeRules<C, R>,
  recorded: (command: C) => Ev,
): Decider<C, Ev, NoticeState, R | NoticeReason> => {
  const mayReceive = examine<C, NoticeState, R | NoticeReason>(
    refuseUnless('RoleNotEntitled', rests, ({ actor }) => actor.role === 'health-facility', {
      facts: ({ actor }) => ({ role: actor.role }),
      remedy: { kind: 'command', command: receives, by: 'health-facility' },
    }),
    when<C, NoticeState, R | NoticeReason>(
      (_, notice) => notice !== null,
      refuseUnless(
        'NoticeReceivedAlready',
        rests,
        (command, notice) => (command.data.signed && notice?.signed === false) || renewed(command),
      ),
      refuseUnless(other, rests, ({ data }, notice) => data.code === notice?.code, {
        facts: (_, notice) => ({ code: notice?.code ?? null }),
      }),
    ),
  );
  return {
    initial: null,
    decide: (command, notice) =>
      E.map((accepted: C): readonly [Ev] => [recorded(accepted)])(
        mayReceive(command, notice, currentLawOf(book, command.at)),
      ),
    evolve: (_, { code, signed }) => ({ code, signed }),
  };
};
