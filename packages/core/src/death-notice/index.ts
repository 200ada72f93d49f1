export type { NoticeReason, NoticeState } from '../facility-notice/receiving.js';
export { deathNoticeCommands, deathNoticeEvents } from './notice.codec.js';
export {
  type DeathNotice,
  type DeathNoticeKind,
  type DeathNoticeReason,
  type DeathNoticeReceived,
  deathNoticeKind,
  type ReceiveDeathNotice,
} from './notice.js';
