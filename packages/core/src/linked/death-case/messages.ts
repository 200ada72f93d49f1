/** What a death case says to people (thông báo cho người dân và cán bộ), Vietnamese and English. */
import { type Language, provision } from '../../law/index.js';
import { type Messages, messagesOf } from '../../words/messages.js';
import type { Words } from '../../words/vocabulary.js';
import type { DeathCommand } from './commands.js';
import type { DeathEvent } from './events.js';
import { fieldName } from './form-fields.js';
import type { DeathReason } from './reasons.js';
import { commandPhrases } from './words/commands.js';
import { eventLines } from './words/events.js';
import { obstacles } from './words/refusals.js';
import { coded, valueInWords } from './words/vocabulary.js';

const named: Readonly<Record<string, Words>> = {
  diedOn: { vi: 'Ngày, tháng, năm chết', en: 'Date of death' },
  agency: { vi: 'Đơn vị tiếp nhận', en: 'Unit' },
  mode: { vi: 'Hình thức', en: 'Mode' },
  by: { vi: 'Căn cứ', en: 'By' },
  decidedOn: { vi: 'Ngày quyết định', en: 'Decided on' },
  paidOn: { vi: 'Ngày chi trả', en: 'Paid on' },
  deletedOn: { vi: 'Ngày xóa', en: 'Deleted on' },
};

/** The law names the right procedure and desk in both languages; a refusal carries the English. */
const elsewhere: readonly Words[] = provision.deathOutOfScopeForeign.rows.flatMap(({ value }) => [
  value.procedure,
  value.desk,
]);

/** @example sayOfDeath('vi').command('RegisterDeath') // => 'đăng ký khai tử' */
export const sayOfDeath: (language: Language) => Messages<DeathCommand, DeathEvent, DeathReason> = messagesOf<
  DeathCommand,
  DeathEvent,
  DeathReason
>({
  commands: commandPhrases,
  lines: eventLines,
  obstacles,
  speech: { coded, valueInWords },
  fieldName,
  named,
  elsewhere,
});
