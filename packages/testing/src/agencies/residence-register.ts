/**
 * The residence register (cơ sở dữ liệu về cư trú) of the commune police: verifies, asks for proof that nobody listed (F12)
 * or for the right household head (F14), sends back a wrong name (F15), or puts a file away in silence. Honours keys.
 */
import { dayOf } from '@lienthong/core';
import type { ResidenceAnswer, ResidenceToRegister } from '@lienthong/core/permanent-residence';
import { type ChangeOffice, changesOfResidence } from './changes.js';
import { office } from './office.js';
import type { Office, OfficeWorld } from './practice.js';

const HOUR = 3_600_000;

export type ResidenceOffice = Readonly<{
  entries: Office<ResidenceToRegister, ResidenceAnswer>;
  changes: ChangeOffice;
}>;

export const residenceRegister = (world: OfficeWorld): ResidenceOffice => {
  const { F10, F12, F14, F15 } = world.faults;
  const lastNumber = new Map<string, number>();

  const entries = office<ResidenceToRegister, ResidenceAnswer>(
    {
      system: 'residence',
      agency: 'residence-register',
      purpose: 'register-residence',
      repeats: 'keyed',
      by: ({ commune }) => ({ id: `police-${commune}`, role: 'residence-officer', unit: commune }),
      takes: (_, random) => {
        const verifies = random.split('verifies').chance(F15.verifies);
        return { ms: (verifies ? random.int(16, 34) : random.int(1, 14)) * HOUR, working: true };
      },
      onTheWay: ({ content }, random) =>
        random.split('verifies').chance(F15.verifies) && content.bornOn !== ''
          ? [{ step: 'verifying', reason: 'lodging-conditions' }]
          : [],
      putsAway: (random) => random.chance(F14.putAway),
      judge: ({ file: { caseId, content }, at, random, earlier }) => {
        const { commune, people, lodging } = content;
        const luck = world.random.split(`residence/${caseId}`);
        const again = (outcome: ResidenceAnswer['outcome']): boolean =>
          earlier.some(({ reply }) => reply?.answer.outcome === outcome);
        if (people['child']?.['name'] === undefined) return { outcome: 'incomplete', items: ['child.name'] };
        if (lodging !== 'ordinary') return { outcome: 'refused', reason: 'PlaceBanned' };
        if (luck.chance(F12.lodgingProofDemanded) && !again('incomplete')) {
          return { outcome: 'incomplete', items: ['lodging-proof'] };
        }
        if (luck.chance(F14.householdWrong) && !again('incomplete'))
          return { outcome: 'incomplete', items: ['household.head'] };
        if (luck.chance(F15.childDataWrong) && !again('returned')) return { outcome: 'returned', field: 'child.name' };
        if (random.chance(F10.signatureRefused) && !again('returned')) {
          return { outcome: 'returned', field: 'extract.signature' };
        }
        const number = (lastNumber.get(commune) ?? 0) + 1;
        lastNumber.set(commune, number);
        return { outcome: 'registered', entry: `CT-${commune}-${number}`, registeredOn: dayOf(at) };
      },
      effect: (answer) => (answer.outcome === 'registered' ? answer.entry : undefined),
    },
    world,
  );

  return { entries, changes: changesOfResidence(world) };
};
