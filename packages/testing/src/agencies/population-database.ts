/**
 * The national population database (cơ sở dữ liệu quốc gia về dân cư): issues personal numbers, late or not at all (F1, F4),
 * doubts twins (F3), misses parents (F9), and does not take every correction. It can be looked up, and knows no keys.
 */
import { later } from '@lienthong/core';
import type { BirthToEnter, PersonalNumberAnswer } from '@lienthong/core/birth-registration';
import { inventedPersonalNumber } from '../people/index.js';
import { type ChangeOffice, changesOfPopulation } from './changes.js';
import { office } from './office.js';
import type { Office, OfficeWorld } from './practice.js';
import { motherOf } from './same-birth.js';

const HOUR = 3_600_000;
const by = () => ({ id: 'population-database', role: 'population-database' });

export type PopulationOffice = Readonly<{
  numbers: Office<BirthToEnter, PersonalNumberAnswer>;
  changes: ChangeOffice;
  /** The help desk heard that this child is not the other one. */
  confirmTwin: (caseId: string) => void;
}>;

export const populationDatabase = (world: OfficeWorld): PopulationOffice => {
  const { F1, F3, F4, F9 } = world.faults;
  const confirmed = new Set<string>();
  const known = new Map<string, Set<string>>();
  const given = new Set<string>();

  const numbers = office<BirthToEnter, PersonalNumberAnswer>(
    {
      system: 'population',
      agency: 'population-database',
      purpose: 'assign-personal-number',
      repeats: 'queryable',
      by,
      takes: (_, random) => {
        const draw = random.next();
        const hours = draw < F1.days ? random.int(24, 96) : draw < F1.days + F1.hours ? random.int(1, 12) : 0;
        return { ms: hours * HOUR, working: false };
      },
      judge: ({ file: { caseId, content, receivedAt }, random, earlier }) => {
        if (random.chance(F4.technicalError)) return { outcome: 'held', reason: 'Technical' };
        const parents = world.random.split(`parents/${caseId}`);
        const [first = receivedAt] = [receivedAt, ...earlier.map((file) => file.receivedAt)].toSorted();
        const found = parents.chance(F9.parentNotFound)
          ? later(first, parents.int(4, F9.daysAtMost * 24) * HOUR)
          : first;
        if (receivedAt < found) return { outcome: 'held', reason: 'DataMismatch' };
        const siblings = known.get(motherOf(content)) ?? new Set();
        known.set(motherOf(content), siblings.add(caseId));
        const doubts = siblings.size > 1 && world.random.split(`twins/${caseId}`).chance(F3.twinsSuspected);
        if (doubts && !confirmed.has(caseId)) return { outcome: 'held', reason: 'SuspectedDuplicate' };
        for (let draw = 0; ; draw += 1) {
          const { bornOn, sex } = content;
          const bearer = { bornOn, sex: sex === 'female' ? ('female' as const) : ('male' as const) };
          const personalNumber = inventedPersonalNumber(world.random.split(`number/${caseId}/${draw}`), bearer);
          if (given.has(personalNumber)) continue;
          given.add(personalNumber);
          return { outcome: 'assigned', personalNumber };
        }
      },
      effect: (answer) => (answer.outcome === 'assigned' ? answer.personalNumber : undefined),
    },
    world,
  );

  return { numbers, changes: changesOfPopulation(world), confirmTwin: (caseId) => void confirmed.add(caseId) };
};
