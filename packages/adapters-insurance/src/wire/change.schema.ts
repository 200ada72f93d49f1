/** Being told of a change (tiếp nhận thay đổi): a correction, a replaced personal number, a death. */
import { code, fields, listOf, oneOf, type Received, text } from '@lienthong/core/received';
import type { Change, ChangeAnswer } from '@lienthong/core/requests';
import * as z from 'zod';
import { people } from './parts.schema.js';

export const change: Received<Change> = fields({
  what: oneOf('correction', 'personal-number', 'death'),
  fields: listOf(text(), 200),
  people,
});

export const changeAnswer: Received<ChangeAnswer> = z.discriminatedUnion(
  'outcome',
  [fields({ outcome: z.literal('taken') }), fields({ outcome: z.literal('not-taken'), reason: code() })],
  { error: 'one of: taken, not-taken' },
);
