/**
 * A facility's notice as an order to record it (lệnh ghi nhận giấy chứng sinh, giấy báo tử). The stream follows from the paper's
 * number, the command from facility, number and content: the same notice sent again is the same command, and writes nothing.
 */
import { type Actor, consequentId, type Instant } from '@lienthong/core';
import type { ReceiveBirthNotice } from '@lienthong/core/birth-notice';
import type { ReceiveDeathNotice } from '@lienthong/core/death-notice';
import { canonical, digest, type JsonObject } from '@lienthong/core/evidence';
import type { SentBirthNotice, SentDeathNotice } from '../wire/notice.schema.js';

/** A command, and the stream it belongs to. */
export type NoticeOrder<C> = Readonly<{ stream: string; command: C }>;

const facilityAs = (facility: string): Actor => ({
  id: `hospital-${facility}`,
  role: 'health-facility',
  unit: facility,
});

const idOf = (about: string, notice: SentBirthNotice | SentDeathNotice): string =>
  consequentId(`${about}/${notice.facility}/${digest(canonical(notice as unknown as JsonObject))}`);

/** The paper's number as one part of a name: a number with a stroke must not reach into another kind's names. */
const partOf = ({ code }: Readonly<{ code: string }>): string => code.replaceAll('/', '%2F');

const streamOf = (about: string): string => `notice-${consequentId(about)}`;

export const birthNoticeOrder = (sent: SentBirthNotice, at: Instant): NoticeOrder<ReceiveBirthNotice> => {
  const { people, ...notice } = sent;
  const about = `notice/${partOf(notice)}`;
  const data = { ...notice, personal: people };
  const actor = facilityAs(notice.facility);
  return { stream: streamOf(about), command: { id: idOf(about, sent), type: 'ReceiveBirthNotice', at, actor, data } };
};

export const deathNoticeOrder = (sent: SentDeathNotice, at: Instant): NoticeOrder<ReceiveDeathNotice> => {
  const { people, ...notice } = sent;
  const about = `notice/death/${partOf(notice)}`;
  const data = { ...notice, personal: people };
  const actor = facilityAs(notice.facility);
  return { stream: streamOf(about), command: { id: idOf(about, sent), type: 'ReceiveDeathNotice', at, actor, data } };
};
