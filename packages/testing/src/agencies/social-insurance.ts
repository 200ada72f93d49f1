/**
 * Social insurance (bảo hiểm xã hội): cards for children under six. It knows neither keys nor look-ups: whoever asks twice is
 * given two cards, as many real systems do (R9).
 */
import { dayOf } from '@lienthong/core';
import type { CardAnswer, CardToIssue } from '@lienthong/core/child-health-card';
import { type ChangeOffice, changesOfInsurance } from './changes.js';
import { office } from './office.js';
import type { Office, OfficeWorld } from './practice.js';

const HOUR = 3_600_000;

export type InsuranceOffice = Readonly<{
  cards: Office<CardToIssue, CardAnswer>;
  changes: ChangeOffice;
}>;

export const socialInsurance = (world: OfficeWorld): InsuranceOffice => {
  const { F10, F15 } = world.faults;
  let last = 4_023_000_000;
  const by = () => ({ id: 'insurance-nghe-an', role: 'insurance-officer' });

  const cards = office<CardToIssue, CardAnswer>(
    {
      system: 'insurance',
      agency: 'social-insurance',
      purpose: 'issue-card',
      repeats: 'neither',
      by,
      takes: (_, random) => ({ ms: random.int(1, 13) * HOUR, working: true }),
      judge: ({ file: { content, caseId }, at, random, earlier }) => {
        const missing = ['child', 'mother'].filter((who) => content.people[who]?.['name'] === undefined);
        if (missing.length > 0) return { outcome: 'rejected', reason: 'CardDossierIncomplete', items: missing };
        const again = earlier.some(({ reply }) => reply?.answer.outcome === 'returned');
        if (!again && world.random.split(`card/${caseId}`).chance(F15.childDataWrong)) {
          return { outcome: 'returned', field: 'child.name' };
        }
        if (!again && random.chance(F10.signatureRefused)) return { outcome: 'returned', field: 'extract.signature' };
        last += 1;
        return { outcome: 'issued', cardNumber: `TE140${last}`, issuedOn: dayOf(at) };
      },
      effect: (answer) => (answer.outcome === 'issued' ? answer.cardNumber : undefined),
    },
    world,
  );

  return { cards, changes: changesOfInsurance(world) };
};
