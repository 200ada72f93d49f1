/**
 * The hospital's notice of death (giấy báo tử), in a stream of its own: it comes before any application, and some come without
 * a signature and are signed later. A case refers to it by its code.
 */
import { E } from '../fp.js';
import {
  type CaseKind,
  type Command,
  type DomainEvent,
  examine,
  type Personal,
  refuseUnless,
  when,
} from '../kernel/index.js';
import { currentLawOf, type LawBook, provision } from '../law/index.js';
import type { Instant, PlainDate } from '../values/plain-date.js';
import { deathNoticeCommands, deathNoticeEvents } from './notice.codec.js';

export type DeathNotice = Readonly<{
  /** Number of the paper; a reissue keeps it. */
  code: string;
  facility: string;
  diedAt: Instant;
  diedOn: PlainDate;
  issuedOn: PlainDate;
  /** The form it is written on: which one the law asks for goes by its day of issue (F13). */
  form: string;
  /** Died on the way to the facility, or between two. */
  onTheWay: boolean;
  causeKnown: boolean;
  /** Issued again for a lost, damaged or wrongly signed one. */
  reissued: boolean;
  signed: boolean;
}>;

export type DeathNoticeReceived = DomainEvent<'DeathNoticeReceived'> & DeathNotice;
export type ReceiveDeathNotice = Command<'ReceiveDeathNotice', DeathNotice & Readonly<{ personal: Personal }>>;

export type DeathNoticeReason = 'NoticeReceivedAlready' | 'NoticeOfAnotherDeath' | 'RoleNotEntitled';
export type DeathNoticeState = Readonly<{ code: string; signed: boolean }> | null;
export type DeathNoticeKind = CaseKind<ReceiveDeathNotice, DeathNoticeReceived, DeathNoticeState, DeathNoticeReason>;

const mayReceive = examine<ReceiveDeathNotice, DeathNoticeState, DeathNoticeReason>(
  refuseUnless('RoleNotEntitled', provision.deathNotice, ({ actor }) => actor.role === 'health-facility', {
    facts: ({ actor }) => ({ role: actor.role }),
    remedy: { kind: 'command', command: 'ReceiveDeathNotice', by: 'health-facility' },
  }),
  when(
    (_, notice) => notice !== null,
    refuseUnless(
      'NoticeReceivedAlready',
      provision.deathNotice,
      ({ data }, notice) => (data.signed && notice?.signed === false) || data.reissued,
    ),
    refuseUnless('NoticeOfAnotherDeath', provision.deathNotice, ({ data }, notice) => data.code === notice?.code, {
      facts: (_, notice) => ({ code: notice?.code ?? null }),
    }),
  ),
);

/** Streams `notice-<uuid>`. */
export const deathNoticeKind = (book: LawBook): DeathNoticeKind => ({
  name: 'notice',
  law: book,
  decider: {
    initial: null,
    decide: (command, notice) => {
      return E.map(({ data }: ReceiveDeathNotice): readonly [DeathNoticeReceived] => [
        { type: 'DeathNoticeReceived', ...data },
      ])(mayReceive(command, notice, currentLawOf(book, command.at)));
    },
    evolve: (_, { code, signed }) => ({ code, signed }),
  },
  events: deathNoticeEvents,
  commands: deathNoticeCommands,
  legOf: () => undefined,
});
