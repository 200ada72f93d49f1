/**
 * The shared civil status register as it enters deaths (sổ đăng ký khai tử): one entry a death, after which the person is locked.
 * Where book and population database disagree on who it is, it enters nothing until somebody has settled that (D9). Honours keys.
 */
import { dayOf, yearOf } from '@lienthong/core';
import type { DeathEntryAnswer, DeathToEnter } from '@lienthong/core/death-registration';
import { spellAt } from './faults.js';
import { office } from './office.js';
import type { Office, OfficeWorld } from './practice.js';
import { identityOf } from './residents.js';

const MINUTE = 60_000;

export const deathRegister = (world: OfficeWorld): Office<DeathToEnter, DeathEntryAnswer> => {
  const { faults, first } = world;
  const lastNumber = new Map<string, number>();
  const entries = new Map<string, Readonly<{ book: string; number: number }>>();

  return office<DeathToEnter, DeathEntryAnswer>(
    {
      system: 'civil-status',
      agency: 'civil-status-register',
      purpose: 'enter-death',
      repeats: 'keyed',
      by: ({ commune }) => ({ id: `register-${commune}`, role: 'civil-status-officer', unit: commune }),
      takes: (_, random) => ({ ms: random.chance(0.8) ? 0 : random.int(1, 40) * MINUTE, working: false }),
      judge: ({ file: { caseId, content }, at, earlier }) => {
        const { commune, people } = content;
        if (people['deceased']?.['name'] === undefined) return { outcome: 'not-entered', reason: 'deceased.name' };
        const who = identityOf(people['deceased']);
        const entered = entries.get(who);
        if (entered !== undefined) return { outcome: 'already-entered', ...entered };
        const doubted = world.random.split(`identity/${caseId}`).chance(faults.D9.mismatch);
        if (doubted && !earlier.some(({ reply }) => reply?.answer.outcome === 'not-entered')) {
          return { outcome: 'not-entered', reason: 'IdentityMismatch' };
        }
        const registeredOn = dayOf(at);
        const book = `${commune}/${yearOf(registeredOn)}/KT`;
        const number = (lastNumber.get(book) ?? 0) + 1;
        lastNumber.set(book, number);
        entries.set(who, { book, number });
        // The lock is set in the population database, which may be away (D2).
        const locked = spellAt(faults, 'population', first, at) === undefined;
        return { outcome: 'entered', book, number, registeredOn, locked };
      },
      effect: (answer) => (answer.outcome === 'entered' ? `${answer.book} ${answer.number}` : undefined),
    },
    world,
  );
};
