/** Whoever paid the deceased each month (cơ quan chi trả hằng tháng), and stops: one of each kind, keyed, queryable and neither. */
import type { AllowanceToStop, StopAnswer } from '@lienthong/core/payment';
import type { DeathPurpose, Repeats } from '@lienthong/core/requests';
import type { System } from './faults.js';
import { office } from './office.js';
import type { Office, OfficeWorld } from './practice.js';

const HOUR = 3_600_000;

export type AllowanceOffice = Office<AllowanceToStop, StopAnswer>;

const allowanceOffice = (
  world: OfficeWorld,
  agency: string,
  role: string,
  way: Readonly<{ purpose: DeathPurpose; repeats: Repeats; system: System }>,
): AllowanceOffice =>
  office<AllowanceToStop, StopAnswer>(
    {
      ...way,
      agency,
      by: ({ commune }) => ({ id: `${agency}-${commune}`, role, unit: commune }),
      takes: (_, random) => ({ ms: random.int(2, 20) * HOUR, working: true }),
      judge: ({ file: { content } }) => ({
        outcome: content.people['deceased']?.['name'] === undefined ? 'not-drawn' : 'stopped',
      }),
      effect: ({ outcome }) => (outcome === 'stopped' ? 'stopped' : undefined),
    },
    world,
  );

export const allowanceOffices = (
  world: OfficeWorld,
): Readonly<Record<'stop-merit-allowance' | 'stop-social-allowance' | 'stop-pension', AllowanceOffice>> => ({
  'stop-merit-allowance': allowanceOffice(world, 'merit-office', 'merit-officer', {
    purpose: 'stop-merit-allowance',
    repeats: 'queryable',
    system: 'benefits',
  }),
  'stop-social-allowance': allowanceOffice(world, 'social-protection', 'social-officer', {
    purpose: 'stop-social-allowance',
    repeats: 'keyed',
    system: 'benefits',
  }),
  'stop-pension': allowanceOffice(world, 'social-insurance', 'insurance-officer', {
    purpose: 'stop-pension',
    repeats: 'neither',
    system: 'insurance',
  }),
});
