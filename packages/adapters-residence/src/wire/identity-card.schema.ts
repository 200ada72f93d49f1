/** Identity cards of children under six (thẻ căn cước cho trẻ em): what is sent, and how the authority answers. */
import type { IdentityCardAnswer, IdentityCardToIssue } from '@lienthong/core/child-identity-card';
import { code, fields, type Received } from '@lienthong/core/received';
import * as z from 'zod';
import { commune, day, people } from './parts.schema.js';

export const identityCardToIssue: Received<IdentityCardToIssue> = fields({ bornOn: day, commune, people });

export const identityCardAnswer: Received<IdentityCardAnswer> = z.discriminatedUnion(
  'outcome',
  [fields({ outcome: z.literal('issued'), issuedOn: day }), fields({ outcome: z.literal('refused'), reason: code() })],
  { error: 'one of: issued, refused' },
);
