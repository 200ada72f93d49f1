/**
 * The hospital's notice of birth (giấy chứng sinh), in a stream of its own: it comes before any application, and some come
 * without a signature and are signed later (F11). A case refers to it by its code.
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

export type NoticeReason = 'NoticeReceivedAlready' | 'NoticeOfAnotherBirth' | 'RoleNotEntitled';
export type NoticeState = Readonly<{ code: string; signed: boolean }> | null;
export type BirthNoticeKind = CaseKind<ReceiveBirthNotice, BirthNoticeReceived, NoticeState, NoticeReason>;

const mayReceive = examine<ReceiveBirthNotice, NoticeState, NoticeReason>(
  refuseUnless('RoleNotEntitled', provision.birthNotice, ({ actor }) => actor.role === 'health-facility', {
    facts: ({ actor }) => ({ role: actor.role }),
    remedy: { kind: 'command', command: 'ReceiveBirthNotice', by: 'health-facility' },
  }),
  when(
    (_, notice) => notice !== null,
    refuseUnless(
      'NoticeReceivedAlready',
      provision.birthNotice,
      ({ data }, notice) => data.signed && notice?.signed === false,
    ),
    refuseUnless('NoticeOfAnotherBirth', provision.birthNotice, ({ data }, notice) => data.code === notice?.code, {
      facts: (_, notice) => ({ code: notice?.code ?? null }),
    }),
  ),
);

/** Streams `notice-<uuid>`. */
export const birthNoticeKind = (book: LawBook): BirthNoticeKind => ({
  name: 'notice',
  law: book,
  decider: {
    initial: null,
    decide: (command, notice) => {
      return E.map(({ data }: ReceiveBirthNotice): readonly [BirthNoticeReceived] => [
        { type: 'BirthNoticeReceived', ...data },
      ])(mayReceive(command, notice, currentLawOf(book, command.at)));
    },
    evolve: (_, { code, signed }) => ({ code, signed }),
  },
  events: noticeEvents,
  commands: noticeCommands,
  legOf: () => undefined,
});
