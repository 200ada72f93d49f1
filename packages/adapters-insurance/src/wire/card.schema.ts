/** Cards of children under six (thẻ bảo hiểm y tế trẻ em): what is sent, and how it is answered. */
import type { CardAnswer, CardToIssue } from '@lienthong/core/child-health-card';
import { code, fields, listOf, oneOf, optional, type Received, text } from '@lienthong/core/received';
import * as z from 'zod';
import { commune, day, people } from './parts.schema.js';

export const cardToIssue: Received<CardToIssue> = fields({
  bornOn: day,
  commune,
  firstFacility: optional(code()),
  people,
});

/** `returned` sends the file back to whoever wrote that field (trả lại do sai từ khâu trước). */
export const cardAnswer: Received<CardAnswer> = z.discriminatedUnion(
  'outcome',
  [
    fields({ outcome: z.literal('issued'), cardNumber: code(), issuedOn: day }),
    fields({ outcome: z.literal('rejected'), reason: oneOf('CardDossierIncomplete'), items: listOf(text()) }),
    fields({ outcome: z.literal('returned'), field: code() }),
  ],
  { error: 'one of: issued, rejected, returned' },
);
