/** Taking a dead person off the residence register (xóa đăng ký thường trú): what is sent, and how the police answer. */
import { code, fields, flag, listOf, optional, type Received, text } from '@lienthong/core/received';
import type { DeletionAnswer, ResidenceToDelete } from '@lienthong/core/residence-deletion';
import * as z from 'zod';
import { commune, day, people } from './parts.schema.js';

export const residenceToDelete: Received<ResidenceToDelete> = fields({ diedOn: day, commune, people });

/** `minutes` says that the police drew up minutes (biên bản) because nobody of the household was there. */
export const deletionAnswer: Received<DeletionAnswer> = z.discriminatedUnion(
  'outcome',
  [
    fields({ outcome: z.literal('deleted'), entry: code(), deletedOn: day, minutes: optional(flag) }),
    fields({ outcome: z.literal('nothing-to-delete'), reason: code() }),
    fields({ outcome: z.literal('incomplete'), items: listOf(text()) }),
    fields({ outcome: z.literal('returned'), field: code() }),
  ],
  { error: 'one of: deleted, nothing-to-delete, incomplete, returned' },
);
