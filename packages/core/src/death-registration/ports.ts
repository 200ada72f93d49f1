/** What death registration asks of the civil status register, in its own words. */
import type { JsonObject } from '../evidence/canonical.js';
import type { Desk } from '../requests/port.js';
import type { PlainDate } from '../values/plain-date.js';

/** A death as the register is asked to enter it (đăng ký khai tử). */
export type DeathToEnter = Readonly<{
  diedOn: PlainDate;
  commune: string;
  people: Readonly<Record<string, JsonObject>>;
}>;

export type DeathEntryAnswer =
  | Readonly<{ outcome: 'entered'; book: string; number: number; registeredOn: PlainDate; locked: boolean }>
  | Readonly<{ outcome: 'already-entered'; book: string; number: number }>
  | Readonly<{ outcome: 'not-entered'; reason: string }>;

/** The shared civil status register (phần mềm đăng ký, quản lý hộ tịch; sổ hộ tịch), which locks whom it enters as dead. */
export type DeathRegister = Desk<DeathToEnter, DeathEntryAnswer>;
