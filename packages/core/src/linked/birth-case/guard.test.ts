import { aBirthCase } from '@lienthong/testing/spec';
import { describe, expect, it } from 'vitest';
import { asClaimed } from '../../authority/index.js';
import type { Actor } from '../../kernel/index.js';
import { currentLawOf, lawBook, provision } from '../../law/index.js';
import { atInVietnam, day } from '../../values/plain-date.js';
import { guardsEverything } from '../harness/guarding.js';
import { allowed } from './allowed.js';
import type { BirthCommand } from './commands.js';
import { birthCase } from './decider.js';
import { birthGate } from './guard.js';
import { sampleCommands } from './sample-commands.js';
import { commandTable } from './table.js';

const book = lawBook();
const strict = birthCase(book, { ...asClaimed, holds: () => false, mandated: () => false });
const at = atInVietnam(day('2025-08-12'), 10 * 3_600_000);
const fold = (story: ReturnType<typeof aBirthCase>) => story.reduce(strict.evolve, strict.initial);
const open = fold(aBirthCase('received'));
const law = currentLawOf(book, at);
const offices = { ...law.row(birthGate.group.competence)?.value, ...law.row(provision.supportCompetence)?.value };

const command = (type: BirthCommand['type'], actor: Actor): BirthCommand => {
  const plainly = sampleCommands(open, actor, at, day('2025-08-12')).find((sample) => sample.type === type);
  return plainly ?? ({ id: 'x', type, at, actor, data: {} } as unknown as BirthCommand);
};

/** The first office of the act that is entitled to this very command. */
const entitled = (type: BirthCommand['type']): Actor => {
  const found = (offices[commandTable[type].act] ?? []).find((role) => {
    const decided = strict.decide(command(type, { id: 'o-1', role }), open);
    return decided._tag === 'Left' && !decided.left.some(({ reason }) => reason === 'RoleNotEntitled');
  });
  return { id: 'o-1', role: found ?? 'nobody' };
};

guardsEverything({ table: commandTable, strict, open, closed: fold(aBirthCase('closed')), command, entitled });

describe('what is allowed in a birth case', () => {
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
