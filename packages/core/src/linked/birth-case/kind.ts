/** The birth case as the kernel keeps it. */
import { type Authority, asClaimed } from '../../authority/index.js';
import type { CaseKind } from '../../kernel/index.js';
import type { LawBook } from '../../law/index.js';
import { birthCommandCodec } from './commands.codec.js';
import type { BirthCommand } from './commands.js';
import { birthCase } from './decider.js';
import { birthEventCodec } from './events.codec.js';
import type { BirthEvent } from './events.js';
import { partOfEvent } from './parts.js';
import type { BirthReason } from './reasons.js';
import type { BirthCase } from './state.js';

export type BirthCaseKind = CaseKind<BirthCommand, BirthEvent, BirthCase, BirthReason>;

export const birthCaseKind = (law: LawBook, authority: Authority = asClaimed): BirthCaseKind => ({
  name: 'birth',
  law,
  decider: birthCase(law, authority),
  events: birthEventCodec,
  commands: birthCommandCodec,
  legOf: (event) => {
    const part = partOfEvent(event);
    return part === 'requests' ? undefined : part;
  },
});
