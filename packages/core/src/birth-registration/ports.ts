/** What birth registration asks of others, in its own words: the civil status register and the population database. */
import type { JsonObject } from '../evidence/canonical.js';
import type { Desk } from '../requests/port.js';
import type { SexAtBirth } from '../values/personal-number.js';
import type { PlainDate } from '../values/plain-date.js';

/** A birth as the register is asked to enter it (đăng ký khai sinh). */
export type BirthToEnter = Readonly<{
  bornOn: PlainDate;
  sex: SexAtBirth;
  commune: string;
  birthOrder: number;
  people: Readonly<Record<string, JsonObject>>;
}>;

export type EntryAnswer =
  | Readonly<{ outcome: 'entered'; book: string; number: number; registeredOn: PlainDate }>
  | Readonly<{ outcome: 'already-entered'; book: string; number: number }>
  | Readonly<{ outcome: 'not-entered'; reason: string }>;

/** The shared civil status register (phần mềm đăng ký, quản lý hộ tịch; sổ hộ tịch). */
export type CivilStatusRegister = Desk<BirthToEnter, EntryAnswer>;

/** Why the population database holds a number back: a hold, never a refusal. */
export type HoldReason = 'SuspectedDuplicate' | 'DataMismatch' | 'Technical';

export type PersonalNumberAnswer =
  | Readonly<{ outcome: 'assigned'; personalNumber: string }>
  | Readonly<{ outcome: 'held'; reason: HoldReason }>;

/** The national population database (cơ sở dữ liệu quốc gia về dân cư), which issues the personal number (số định danh cá nhân). */
export type PopulationDatabase = Desk<BirthToEnter, PersonalNumberAnswer>;
