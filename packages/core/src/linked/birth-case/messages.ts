/** What a birth case says to people (thông báo cho người dân và cán bộ), Vietnamese and English. */
import { type Language, provision } from '../../law/index.js';
import { type Messages, messagesOf } from '../../words/messages.js';
import type { Words } from '../../words/vocabulary.js';
import type { BirthCommand } from './commands.js';
import type { BirthEvent } from './events.js';
import { fieldName } from './form-fields.js';
import type { BirthReason } from './reasons.js';
import { commandPhrases } from './words/commands.js';
import { eventLines } from './words/events.js';
import { obstacles } from './words/refusals.js';
import { coded, valueInWords } from './words/vocabulary.js';

const named: Readonly<Record<string, Words>> = {
  bornOn: { vi: 'Ngày, tháng, năm sinh', en: 'Date of birth' },
  proof: { vi: 'Chứng minh việc sinh', en: 'Proof of birth' },
  agency: { vi: 'Đơn vị tiếp nhận', en: 'Unit' },
  mode: { vi: 'Hình thức', en: 'Mode' },
};

/** The law names the right procedure and desk in both languages; a refusal carries the English. */
const elsewhere: readonly Words[] = [
  provision.outOfScopeAge,
  provision.outOfScopeBorderArea,
  provision.outOfScopeCollectiveHousehold,
  provision.outOfScopeFatherAcknowledged,
  provision.outOfScopeForeignParent,
  provision.outOfScopeFoundling,
  provision.outOfScopeLaterCard,
  provision.outOfScopeStillbirth,
  provision.outOfScopeSurrogacy,
]
  .flatMap(({ rows }) => rows)
  .flatMap(({ value: { procedure, desk } }) => [procedure, desk]);

/** @example say('vi').command('RegisterBirth') // => 'đăng ký khai sinh' */
export const say: (language: Language) => Messages<BirthCommand, BirthEvent, BirthReason> = messagesOf<
  BirthCommand,
  BirthEvent,
  BirthReason
>({
  commands: commandPhrases,
  lines: eventLines,
  obstacles,
  speech: { coded, valueInWords },
  fieldName,
  named,
  elsewhere,
});
