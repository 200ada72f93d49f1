/** The desks of social insurance over HTTP (bảo hiểm xã hội), those of births and those of deaths apart. */
import { httpDesk, type Line } from '@lienthong/adapters-http';
import type { Inbox } from '@lienthong/adapters-http/inbox';
import type { BirthDesks } from '@lienthong/core/birth-case';
import type { DeathDesks } from '@lienthong/core/death-case';
import {
  decideFuneral,
  decideSurvivor,
  issueCard,
  paySurvivor,
  stopPension,
  tellOfBirth,
  tellOfDeath,
} from './wire/purposes.js';

export type InsuranceDesks = Readonly<{
  births: Pick<BirthDesks, 'issue-card' | 'tell-insurance'>;
  deaths: Pick<
    DeathDesks,
    'tell-insurance' | 'decide-insurance-funeral' | 'decide-survivor' | 'pay-survivor' | 'stop-pension'
  >;
}>;

/** `inbox` is where its callbacks are kept; without one the agency is polled alone. */
export const insuranceDesks = (line: Line, inbox?: Inbox): InsuranceDesks => ({
  births: {
    'issue-card': httpDesk(line, issueCard, inbox),
    'tell-insurance': httpDesk(line, tellOfBirth, inbox),
  },
  deaths: {
    'tell-insurance': httpDesk(line, tellOfDeath, inbox),
    'decide-insurance-funeral': httpDesk(line, decideFuneral, inbox),
    'decide-survivor': httpDesk(line, decideSurvivor, inbox),
    'pay-survivor': httpDesk(line, paySurvivor, inbox),
    'stop-pension': httpDesk(line, stopPension, inbox),
  },
});
