/** The agencies that a death case asks (các cơ quan trong hồ sơ khai tử), and the residence register they take people off. */
import type { DeathDesks } from '@lienthong/core/death-case';
import { allowanceOffices } from './allowances.js';
import { changesOfInsurance, changesOfPopulation, changesOfResidence } from './changes.js';
import { deathRegister } from './death-register.js';
import { payers } from './payers.js';
import { paymentService } from './payment-service.js';
import type { OfficeWorld } from './practice.js';
import { residenceDeletionOffice } from './residence-deletion.js';
import type { Residents } from './residents.js';

export const deathOffices = (world: OfficeWorld, residents: Residents) =>
  ({
    'enter-death': deathRegister(world),
    'delete-residence': residenceDeletionOffice(world, residents),
    ...payers(world),
    ...paymentService(world),
    ...allowanceOffices(world),
    'tell-residence': changesOfResidence(world),
    'tell-insurance': changesOfInsurance(world),
    'tell-population': changesOfPopulation(world),
  }) as const;

export type DeathOffices = ReturnType<typeof deathOffices>;

export const deathDesksOf = (offices: DeathOffices): DeathDesks => ({
  'enter-death': offices['enter-death'].desk,
  'delete-residence': offices['delete-residence'].desk,
  'decide-insurance-funeral': offices['decide-insurance-funeral'].desk,
  'decide-social-funeral': offices['decide-social-funeral'].desk,
  'decide-merit-funeral': offices['decide-merit-funeral'].desk,
  'decide-survivor': offices['decide-survivor'].desk,
  'pay-funeral': offices['pay-funeral'].desk,
  'pay-merit-lump': offices['pay-merit-lump'].desk,
  'pay-survivor': offices['pay-survivor'].desk,
  'stop-merit-allowance': offices['stop-merit-allowance'].desk,
  'stop-social-allowance': offices['stop-social-allowance'].desk,
  'stop-pension': offices['stop-pension'].desk,
  'tell-residence': offices['tell-residence'].desk,
  'tell-insurance': offices['tell-insurance'].desk,
  'tell-population': offices['tell-population'].desk,
});
