import { aDeathCase } from '@lienthong/testing/spec';
import { describe, expect, it } from 'vitest';
import { asClaimed } from '../../authority/index.js';
import type { Actor } from '../../kernel/index.js';
import { currentLawOf, lawBook, provision } from '../../law/index.js';
import { atInVietnam, day } from '../../values/plain-date.js';
import { guardsEverything } from '../harness/guarding.js';
import { allowedInDeath as allowed } from './allowed.js';
import type { DeathCommand } from './commands.js';
import { deathCase } from './decider.js';
import { deathGate } from './guard.js';
import { sampleCommands } from './sample-commands.js';
import { deathCommandTable } from './table.js';

const book = lawBook();
const strict = deathCase(book, { ...asClaimed, holds: () => false, mandated: () => false });
const at = atInVietnam(day('2025-08-12'), 10 * 3_600_000);
const fold = (story: ReturnType<typeof aDeathCase>) => story.reduce(strict.evolve, strict.initial);
const open = fold(aDeathCase('received'));
const law = currentLawOf(book, at);
const offices = { ...law.row(deathGate.group.competence)?.value, ...law.row(provision.supportCompetence)?.value };

const command = (type: DeathCommand['type'], actor: Actor): DeathCommand => {
  const plainly = sampleCommands(open, actor, at, day('2025-08-12')).find((sample) => sample.type === type);
  return plainly ?? ({ id: 'x', type, at, actor, data: {} } as unknown as DeathCommand);
};

/** The first office of the act that is entitled to this very command. */
const entitled = (type: DeathCommand['type']): Actor => {
  const found = (offices[deathCommandTable[type].act] ?? []).find((role) => {
    const decided = strict.decide(command(type, { id: 'o-1', role }), open);
    return decided._tag === 'Left' && !decided.left.some(({ reason }) => reason === 'RoleNotEntitled');
  });
  return { id: 'o-1', role: found ?? 'nobody' };
};

guardsEverything({ table: deathCommandTable, strict, open, closed: fold(aDeathCase('closed')), command, entitled });

describe('what is allowed in a death case', () => {
  it('is nothing to a reporter, who only counts', () => {
    expect(allowed(book, open, { id: 'r-1', role: 'reporter' }, at).open).toEqual([]);
  });

  it('is nothing to whoever holds no office', () => {
    const { open: may } = allowed(book, open, { id: 'o-1', role: 'civil-status-officer' }, at, {
      ...asClaimed,
      holds: () => false,
    });
    expect(may).toEqual([]);
  });

  it('lets the support team ask again after what was given up or fell silent, and nothing that still runs', () => {
    const team: Actor = { id: 's-1', role: 'support-team' };
    const asking = (status: 'given-up' | 'acknowledged' | 'sent') => {
      const request = { request: 'tell-residence#1', purpose: 'tell-residence', status, attempts: 1 } as const;
      return allowed(book, { ...open, requests: { 'tell-residence#1': request } }, team, at).open;
    };
    expect(asking('given-up')).toContain('ResyncStatus');
    expect(asking('acknowledged')).toContain('ResyncStatus');
    expect(asking('sent')).not.toContain('ResyncStatus');
  });
});
