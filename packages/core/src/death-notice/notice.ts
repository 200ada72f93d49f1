/**
 * The hospital's notice of death (giấy báo tử), in a stream of its own: it comes before any application, and some come without
 * a signature and are signed later. A case refers to it by its code.
 */
import { type NoticeReason, type NoticeState, receivingNotices } from '../facility-notice/receiving.js';
import type { CaseKind, Command, DomainEvent, Personal } from '../kernel/index.js';
import { type LawBook, provision } from '../law/index.js';
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

export type DeathNoticeReason = NoticeReason | 'NoticeOfAnotherDeath';
export type DeathNoticeKind = CaseKind<ReceiveDeathNotice, DeathNoticeReceived, NoticeState, DeathNoticeReason>;

/** Streams `notice-<uuid>`. */
export const deathNoticeKind = (book: LawBook): DeathNoticeKind => ({
  name: 'notice',
  law: book,
  decider: receivingNotices<ReceiveDeathNotice, DeathNoticeReceived, 'NoticeOfAnotherDeath'>(
    book,
    {
      rests: provision.deathNotice,
      other: 'NoticeOfAnotherDeath',
      receives: 'ReceiveDeathNotice',
      renewed: ({ data }) => data.reissued,
    },
    ({ data }) => ({ type: 'DeathNoticeReceived', ...data }),
  ),
  events: deathNoticeEvents,
  commands: deathNoticeCommands,
  legOf: () => undefined,
});
