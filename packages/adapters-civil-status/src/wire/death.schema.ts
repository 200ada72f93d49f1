/** Entering a death (đăng ký khai tử): what is sent, and how the register answers. */
import type { DeathEntryAnswer, DeathToEnter } from '@lienthong/core/death-registration';
import { code, fields, flag, type Received } from '@lienthong/core/received';
import * as z from 'zod';
import { book, commune, day, numberInBook, people } from './parts.schema.js';

export const deathToEnter: Received<DeathToEnter> = fields({ diedOn: day, commune, people });

/** `locked` says whether the population database has locked the person yet. */
export const deathEntryAnswer: Received<DeathEntryAnswer> = z.discriminatedUnion(
  'outcome',
  [
    fields({ outcome: z.literal('entered'), book, number: numberInBook, registeredOn: day, locked: flag }),
    fields({ outcome: z.literal('already-entered'), book, number: numberInBook }),
    fields({ outcome: z.literal('not-entered'), reason: code() }),
  ],
  { error: 'one of: entered, already-entered, not-entered' },
);
