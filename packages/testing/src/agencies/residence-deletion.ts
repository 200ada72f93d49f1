/**
 * The residence register as it takes the dead off (xóa đăng ký thường trú): the person it was asked about and nobody else. It
 * completes records first (D10), sends back wrong names (D9), asks for the right household head (F14). Honours keys.
 */
import { dayOf, type Instant, later, msBetween } from '@lienthong/core';
import { provision } from '@lienthong/core/law';
import type { DeletionAnswer, ResidenceToDelete } from '@lienthong/core/residence-deletion';
import { office } from './office.js';
import { inForceAt, shareOf } from './pace.js';
import type { Office, OfficeWorld } from './practice.js';
import type { Residents } from './residents.js';

const halfway = (at: Instant, dueAt: Instant): Instant => later(at, Math.round(msBetween(at, dueAt) / 2));

export const residenceDeletionOffice = (
  world: OfficeWorld,
  residents: Residents,
): Office<ResidenceToDelete, DeletionAnswer> => {
  const { D9, F10, F14 } = world.faults;

  return office<ResidenceToDelete, DeletionAnswer>(
    {
      system: 'residence',
      agency: 'residence-register',
      purpose: 'delete-residence',
      repeats: 'keyed',
      by: ({ commune }) => ({ id: `police-${commune}`, role: 'residence-officer', unit: commune }),
      takes: (_, random, at) => {
        const limit = inForceAt(world.law, provision.limitResidenceDeletion, at);
        return { until: shareOf(world.hours, limit, at, 0.1 + 0.7 * random.next()) };
      },
      onTheWay: ({ content }, _, { at, dueAt }) => {
        const { deceased } = content.people;
        return deceased !== undefined && residents.find(deceased)?.incomplete === true
          ? [
              { step: 'record-incomplete', reason: 'population-database' },
              { step: 'record-completed', reason: 'population-database', at: halfway(at, dueAt) },
            ]
          : [];
      },
      putsAway: (random) => random.chance(F14.putAway),
      judge: ({ file: { caseId, content }, at, random, earlier }) => {
        const { deceased } = content.people;
        if (deceased?.['name'] === undefined) return { outcome: 'incomplete', items: ['deceased.name'] };
        const luck = world.random.split(`deletion/${caseId}`);
        const again = (outcome: DeletionAnswer['outcome']): boolean =>
          earlier.some(({ reply }) => reply?.answer.outcome === outcome);
        const resident = residents.find(deceased);
        if (resident === undefined) return { outcome: 'nothing-to-delete', reason: 'NotRegistered' };
        if (!resident.standing) return { outcome: 'nothing-to-delete', reason: 'DeletedBefore' };
        if (luck.chance(F14.householdWrong) && !again('incomplete')) {
          return { outcome: 'incomplete', items: ['household.head'] };
        }
        if (luck.chance(D9.sentBack) && !again('returned')) return { outcome: 'returned', field: 'deceased.name' };
        if (random.chance(F10.signatureRefused) && !again('returned')) {
          return { outcome: 'returned', field: 'extract.signature' };
        }
        residents.takeOff(resident);
        const minutes = !residents.othersOf(resident);
        return { outcome: 'deleted', entry: resident.entry, deletedOn: dayOf(at), minutes };
      },
      effect: (answer) => (answer.outcome === 'deleted' ? answer.entry : undefined),
    },
    world,
  );
};
