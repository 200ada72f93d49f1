/** Death registration (đăng ký khai tử): what an officer's order comes to. What the register answers is in `answers.ts`. */
import { type LegOfCase, procedure } from '../dossier/procedure.js';
import { emits } from '../kernel/index.js';
import { type DeathLeg, deathGroup, type LawBook } from '../law/index.js';
import type { DeathPurpose, RequestIntended } from '../requests/events.js';
import { intend } from '../requests/ledger.js';
import { dayOf } from '../values/plain-date.js';
import type { DeathRegistrationCommand } from './events.js';
import {
  type DeathRegistrationReason,
  type DeathView,
  declaredLate,
  mayConfirm,
  mayCorrect,
  mayRefuse,
  mayRegister,
} from './rules.js';
import {
  type DeathFacts,
  type DeathRegistration,
  evolveDeathRegistration,
  noDeathRegistration,
  type OwnDeathEvent,
} from './state.js';

type Event = OwnDeathEvent | RequestIntended<DeathPurpose>;

/** The day that counts for a late declaration: when the desk took it in. */
const declaredOn = ({ dossier }: DeathRegistration, today: ReturnType<typeof dayOf>) =>
  dossier.status === 'awaited' ? today : dossier.receivedOn;

export const deathRegistration = (
  book: LawBook,
): LegOfCase<
  DeathLeg,
  DeathRegistrationCommand,
  Event,
  DeathRegistration,
  DeathFacts,
  DeathRegistrationReason,
  OwnDeathEvent
> =>
  procedure<
    DeathLeg,
    DeathRegistrationCommand,
    Event,
    DeathRegistration,
    DeathFacts,
    DeathRegistrationReason,
    OwnDeathEvent
  >(book, deathGroup, {
    leg: 'death',
    initial: noDeathRegistration,
    evolve: evolveDeathRegistration,
    ended: ({ registration }) => registration.status !== 'open',
    mayBegin: () => true,
    decide: (command, { own, facts }, { law, attribution }) => {
      const today = dayOf(command.at);
      const late = declaredLate(book, facts.diedOn, declaredOn(own, today));
      const view: DeathView = { own, facts, today, late };
      switch (command.type) {
        case 'RegisterDeath':
          return emits(mayRegister(command, view, law), { ...intend(facts.requests, 'enter-death'), attribution });
        case 'RefuseDeath':
          return emits(mayRefuse(command, view, law), { type: 'DeathRefused', cause: command.data.cause, attribution });
        case 'ConfirmIdentity':
          return emits(mayConfirm(command, view, law), {
            type: 'IdentityConfirmed',
            by: command.data.by,
            attribution,
          });
        case 'RegisterCorrection':
          return emits(mayCorrect(command, view, law), { type: 'CorrectionRegistered', ...command.data, attribution });
      }
    },
  });
