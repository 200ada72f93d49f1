/**
 * Those who decide on money after a death (cơ quan giải quyết mai táng phí, tử tuất): social insurance, which acts as often as it
 * is asked; social protection and the merit side, whose file goes from body to body and can be looked up on the way.
 */
import { dayOf, type Instant } from '@lienthong/core';
import type { BenefitToDecide, PayerAnswer } from '@lienthong/core/benefit';
import type { Payer } from '@lienthong/core/law';
import type { DeathPurpose, Repeats } from '@lienthong/core/requests';
import { office } from './office.js';
import { chainFrom } from './pace.js';
import type { Office, OfficeWorld } from './practice.js';

export type PayersOffice = Office<BenefitToDecide, PayerAnswer>;

type Payers = Readonly<
  Record<
    'decide-insurance-funeral' | 'decide-survivor' | 'decide-social-funeral' | 'decide-merit-funeral',
    PayersOffice
  >
>;

type Way = Readonly<{
  payer: Payer;
  agency: string;
  purpose: DeathPurpose;
  repeats: Repeats;
  role: string;
  system: 'insurance' | 'benefits';
}>;

/** Whether the law known on two days gives this death the same; an amount reckoned in between would be of yesterday. */
const sameLaw = ({ law }: OfficeWorld, { diedOn }: BenefitToDecide, one: Instant, other: Instant): boolean =>
  law.at({ on: diedOn, knownOn: dayOf(one) }).id.hash === law.at({ on: diedOn, knownOn: dayOf(other) }).id.hash;

const payersOffice = (world: OfficeWorld, { payer, role, ...way }: Way): PayersOffice => {
  const { D15, F14 } = world.faults;
  let last = 0;

  return office<BenefitToDecide, PayerAnswer>(
    {
      ...way,
      by: ({ commune }) => ({ id: `${way.agency}-${commune}`, role, unit: commune }),
      takes: (_, random, at) => ({ until: chainFrom(world, payer, at, random.split('chain')).at(-1)?.at ?? at }),
      // All but the last give an opinion; the last decides.
      onTheWay: (_, random, { at }) =>
        chainFrom(world, payer, at, random.split('chain'))
          .slice(0, -1)
          .map((link) => ({ step: `endorsed-${link.by}`, reason: 'file-in-order', at: link.at })),
      putsAway: (random) => random.chance(F14.putAway),
      judge: ({ file: { caseId, content, receivedAt }, at, random, earlier }) => {
        const { awards, people } = content;
        if (awards.length === 0) return { outcome: 'rejected', reason: 'NoEntitlement' };
        if (people['deceased']?.['name'] === undefined) return { outcome: 'incomplete', items: ['deceased.name'] };
        const asked = earlier.some(({ reply }) => reply?.answer.outcome === 'incomplete');
        if (!asked && world.random.split(`papers/${way.purpose}/${caseId}`).chance(D15.papersAsked)) {
          return { outcome: 'incomplete', items: ['papers-of-the-class'] };
        }
        last += 1;
        const decision = { outcome: 'decided', decisionNo: `${last}/QĐ-${way.agency}`, decidedOn: dayOf(at) } as const;
        const saysHowMuch = random.chance(0.3) && sameLaw(world, content, receivedAt, at);
        return saysHowMuch ? { ...decision, amount: awards.reduce((sum, { amount }) => sum + amount, 0) } : decision;
      },
      effect: ({ outcome }, { awards }) =>
        outcome === 'decided' ? awards.map(({ benefit }) => benefit).join(' ') : undefined,
    },
    world,
  );
};

export const payers = (world: OfficeWorld): Payers => {
  const insurance = {
    payer: 'social-insurance',
    agency: 'social-insurance',
    repeats: 'neither',
    role: 'insurance-officer',
    system: 'insurance',
  } as const;
  return {
    'decide-insurance-funeral': payersOffice(world, { ...insurance, purpose: 'decide-insurance-funeral' }),
    'decide-survivor': payersOffice(world, { ...insurance, purpose: 'decide-survivor' }),
    'decide-social-funeral': payersOffice(world, {
      payer: 'social-protection',
      agency: 'social-protection',
      purpose: 'decide-social-funeral',
      repeats: 'queryable',
      role: 'social-officer',
      system: 'benefits',
    }),
    'decide-merit-funeral': payersOffice(world, {
      payer: 'merit',
      agency: 'merit-office',
      purpose: 'decide-merit-funeral',
      repeats: 'queryable',
      role: 'merit-officer',
      system: 'benefits',
    }),
  };
};
