export type { SexAtBirth } from '../values/index.js';
export { noticeCommands, noticeEvents } from './notice.codec.js';
export {
  type BirthNotice,
  type BirthNoticeKind,
  type BirthNoticeReceived,
  birthNoticeKind,
  type NoticeReason,
  type NoticeState,
  type ReceiveBirthNotice,
} from './notice.js';
