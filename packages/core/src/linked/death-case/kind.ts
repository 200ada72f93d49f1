/** The death case as the kernel keeps it. */
import { type Authority, asClaimed } from '../../authority/index.js';
import type { CaseKind } from '../../kernel/index.js';
import type { LawBook } from '../../law/index.js';
import { deathCommandCodec } from './commands.codec.js';
import type { DeathCommand } from './commands.js';
import { deathCase } from './decider.js';
import { deathEventCodec } from './events.codec.js';
import type { DeathEvent } from './events.js';
import { partOfEvent } from './parts.js';
import type { DeathReason } from './reasons.js';
import type { DeathCase } from './state.js';

export type DeathCaseKind = CaseKind<DeathCommand, DeathEvent, DeathCase, DeathReason>;

export const deathCaseKind = (law: LawBook, authority: Authority = asClaimed): DeathCaseKind => ({
  name: 'death',
  law,
  decider: deathCase(law, authority),
  events: deathEventCodec,
  commands: deathCommandCodec,
  legOf: (event) => {
    const part = partOfEvent(event);
    return part === 'requests' ? undefined : part;
  },
});
