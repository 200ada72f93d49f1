/** Social insurance as a server (máy chủ giả lập): any desks of these kinds, spoken to over the contract. */
import { type ServedAgency, type ServeOptions, serveAgency } from '@lienthong/adapters-http/serve';
import type { InsuranceDesks } from '../desks.js';
import { insuranceWire } from '../wire/agency.js';
import {
  decideFuneral,
  decideSurvivor,
  issueCard,
  paySurvivor,
  stopPension,
  tellOfBirth,
  tellOfDeath,
} from '../wire/purposes.js';

export const serveInsurance = ({ births, deaths }: InsuranceDesks, options?: ServeOptions): ServedAgency =>
  serveAgency(
    insuranceWire,
    {
      [issueCard.path]: births['issue-card'],
      [tellOfBirth.path]: births['tell-insurance'],
      [tellOfDeath.path]: deaths['tell-insurance'],
      [decideFuneral.path]: deaths['decide-insurance-funeral'],
      [decideSurvivor.path]: deaths['decide-survivor'],
      [paySurvivor.path]: deaths['pay-survivor'],
      [stopPension.path]: deaths['stop-pension'],
    },
    options,
  );
