export type { NoticeReason, NoticeState } from '../facility-notice/receiving.js';
export type { SexAtBirth } from '../values/index.js';
export { noticeCommands, noticeEvents } from './notice.codec.js';
export {
  type BirthNotice,
  type BirthNoticeKind,
  type BirthNoticeReason,
  type BirthNoticeReceived,
  birthNoticeKind,
  type ReceiveBirthNotice,
} from './notice.js';
