/** Erasures as the kernel keeps them: streams `erasure-<uuid>`, one a person and case. */
import { type CaseKind, consequentId, streamOf } from '../kernel/index.js';
import type { LawBook } from '../law/index.js';
import { erasureCommands, erasureEvents } from './erasure.codec.js';
import { type ErasePerson, type Erasure, type ErasureReason, erasing, type PersonErased } from './erasure.js';

export type ErasureKind = CaseKind<ErasePerson, PersonErased, Erasure, ErasureReason>;

export const erasureKind = (law: LawBook): ErasureKind => ({
  name: 'erasure',
  law,
  decider: erasing(law),
  events: erasureEvents,
  commands: erasureCommands,
  legOf: () => undefined,
});

/** What two requests to erase one person share, so that they meet in one stream. */
export const erasureStream = (group: string, caseId: string, subject: string): string =>
  streamOf({ name: 'erasure' }, consequentId(`erasure/${group}/${caseId}/${subject}`));
