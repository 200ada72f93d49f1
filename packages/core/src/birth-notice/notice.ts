/**
 * The hospital's notice of birth (giấy chứng sinh), in a stream of its own: it comes before any application, and some come
 * without a signature and are signed later (F11). A case refers to it by its code.
 */
import { type NoticeReason, type NoticeState, receivingNotices } from '../facility-notice/receiving.js';
import type { CaseKind, Command, DomainEvent, Personal } from '../kernel/index.js';
import { type LawBook, provision } from '../law/index.js';
import type { SexAtBirth } from '../values/personal-number.js';
import type { Instant, PlainDate } from '../values/plain-date.js';
import { noticeCommands, noticeEvents } from './notice.codec.js';

export type BirthNotice = Readonly<{
  /** Number of the paper; a reissue keeps it. */
  code: string;
  facility: string;
  bornAt: Instant;
  bornOn: PlainDate;
  sex: SexAtBirth;
  /** 1 for the first of twins. */
  order: number;
  multiple: number;
  /** `null` when not weighed. */
  weightGrams: number | null;
  signed: boolean;
}>;

export type BirthNoticeReceived = DomainEvent<'BirthNoticeReceived'> & BirthNotice;
export type ReceiveBirthNotice = Command<'ReceiveBirthNotice', BirthNotice & Readonly<{ personal: Personal }>>;

export type BirthNoticeReason = NoticeReason | 'NoticeOfAnotherBirth';
export type BirthNoticeKind = CaseKind<ReceiveBirthNotice, BirthNoticeReceived, NoticeState, BirthNoticeReason>;

/** Streams `notice-<uuid>`. */
export const birthNoticeKind = (book: LawBook): BirthNoticeKind => ({
  name: 'notice',
  law: book,
  decider: receivingNotices<ReceiveBirthNotice, BirthNoticeReceived, 'NoticeOfAnotherBirth'>(
    book,
    {
      rests: provision.birthNotice,
      other: 'NoticeOfAnotherBirth',
      receives: 'ReceiveBirthNotice',
      renewed: () => false,
    },
    ({ data }) => ({ type: 'BirthNoticeReceived', ...data }),
  ),
  events: noticeEvents,
  commands: noticeCommands,
  legOf: () => undefined,
});
