/**
 * Erasure (xóa dữ liệu cá nhân): whether the law lets one person of one case be erased, and the fact that they were. It has a
 * stream of its own, so that nothing of the case changes; neither command nor event says who the person is.
 */
import type { Either, NonEmpty } from '../fp.js';
import {
  type Command,
  type Decider,
  type DomainEvent,
  emits,
  examine,
  type Refused,
  refuseUnless,
  when,
} from '../kernel/index.js';
import { currentLawOf, type KeptFor, type LawBook, provision, type Retention } from '../law/index.js';
import type { Standing } from './standing.js';

/** Why somebody is erased: they asked, or what they were kept for has ended. */
export const ERASURE_GROUNDS = ['subject-request', 'purpose-ended'] as const;
export type ErasureGround = (typeof ERASURE_GROUNDS)[number];

/** Whom, and how their case stood at revision `asOf`: facts that the command carries, so that it can be judged again. */
export type ToErase = Readonly<{
  group: 'birth' | 'death';
  case: string;
  subject: string;
  keptFor: KeptFor;
  ground: ErasureGround;
  asOf: number;
}> &
  Standing;

/** `actor` decides; `onBehalfOf` is whoever asked. */
export type ErasePerson = Command<'ErasePerson', ToErase>;
export type PersonErased = DomainEvent<'PersonErased'> & ToErase;

export type Erasure = Readonly<{ erased: boolean }>;
export type ErasureReason =
  | 'MayNotDecideErasure'
  | 'CaseUnderWay'
  | 'RegisterEntryStays'
  | 'PaymentOutstanding'
  | 'PersonErasedAlready';

/** Who may decide on an erasure. No text was found that says so; ours, and narrow. */
export const ERASERS: readonly string[] = ['commune-leader', 'province-admin'];

const retentionOf = ({ keptFor }: ToErase, rules: Readonly<Record<KeptFor, Retention>>): Retention => rules[keptFor];

const kept = (how: Retention) => (data: ToErase, rules: Readonly<Record<KeptFor, Retention>>) =>
  retentionOf(data, rules) === how;

const standing = ({ data }: ErasePerson) => ({ subject: data.subject, phase: data.phase, registered: data.registered });

const rulesUnder = (book: LawBook, { at, data }: ErasePerson) => {
  const law = currentLawOf(book, at);
  const retention = law.row(provision.personalDataRetention)?.value;
  const is = (how: Retention): boolean => retention !== undefined && kept(how)(data, retention);
  return { law, forGood: is('for-good'), untilPaid: is('until-paid') };
};

export const erasing = (book: LawBook): Decider<ErasePerson, PersonErased, Erasure, ErasureReason> => {
  const judge = (command: ErasePerson, state: Erasure): Either<Refused<ErasureReason>, ErasePerson> => {
    const { law, forGood, untilPaid } = rulesUnder(book, command);
    return examine<ErasePerson, Erasure, ErasureReason>(
      refuseUnless('MayNotDecideErasure', provision.personalDataErasure, ({ actor }) => ERASERS.includes(actor.role), {
        facts: ({ actor }) => ({ role: actor.role }),
        remedy: { kind: 'command', command: 'ErasePerson', by: 'commune-leader' },
      }),
      refuseUnless('PersonErasedAlready', provision.personalDataErasure, (_, { erased }) => !erased),
      when<ErasePerson, Erasure, ErasureReason>(
        ({ data }) => forGood && data.registered,
        refuseUnless('RegisterEntryStays', provision.personalDataOfEntry, () => false, { facts: standing }),
      ),
      when<ErasePerson, Erasure, ErasureReason>(
        ({ data }) => !(forGood && data.registered),
        refuseUnless('CaseUnderWay', provision.personalDataInUse, ({ data }) => data.phase === 'closed', {
          facts: standing,
          remedy: { kind: 'command', command: 'WithdrawCase', by: 'applicant' },
        }),
      ),
      when<ErasePerson, Erasure, ErasureReason>(
        ({ data }) => untilPaid && data.phase === 'closed',
        refuseUnless('PaymentOutstanding', provision.personalDataInUse, ({ data }) => !data.owed, {
          facts: standing,
          remedy: { kind: 'command', command: 'RecordPayment', by: 'payment-officer' },
        }),
      ),
    )(command, state, law);
  };

  return {
    initial: { erased: false },
    decide: (command, state): Either<Refused<ErasureReason>, NonEmpty<PersonErased>> =>
      emits(judge(command, state), {
        type: 'PersonErased',
        ...command.data,
        attribution: { decidedBy: { id: command.actor.id, role: command.actor.role } },
      }),
    evolve: () => ({ erased: true }),
  };
};
