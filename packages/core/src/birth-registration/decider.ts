/** Birth registration (đăng ký khai sinh): what an officer's order comes to. What the agencies answer is in `answers.ts`. */
import { type LegOfCase, procedure } from '../dossier/procedure.js';
import { emits } from '../kernel/index.js';
import { birthGroup, type LawBook, type Leg } from '../law/index.js';
import type { BirthPurpose, RequestIntended } from '../requests/events.js';
import { intend } from '../requests/ledger.js';
import { dayOf } from '../values/plain-date.js';
import type { RegistrationCommand } from './commands.js';
import {
  mayAskForNumber,
  mayCorrect,
  mayRefuse,
  mayRegister,
  mayReplaceNumber,
  type RegistrationReason,
} from './rules.js';
import {
  type BirthRegistration,
  evolveRegistration,
  noRegistration,
  type OwnRegistrationEvent,
  type RegistrationFacts,
} from './state.js';

type Event = OwnRegistrationEvent | RequestIntended<BirthPurpose>;

export const birthRegistration = (
  book: LawBook,
): LegOfCase<
  Leg,
  RegistrationCommand,
  Event,
  BirthRegistration,
  RegistrationFacts,
  RegistrationReason,
  OwnRegistrationEvent
> =>
  procedure<
    Leg,
    RegistrationCommand,
    Event,
    BirthRegistration,
    RegistrationFacts,
    RegistrationReason,
    OwnRegistrationEvent
  >(book, birthGroup, {
    leg: 'birth',
    initial: noRegistration,
    evolve: evolveRegistration,
    ended: ({ registration }) => registration.status !== 'open',
    mayBegin: () => true,
    decide: (command, { own, facts }, { law, attribution }) => {
      const view = { own, facts, today: dayOf(command.at) };
      switch (command.type) {
        case 'RequestPersonalNumber':
          return emits(
            mayAskForNumber(command, view, law),
            { type: 'PersonalNumberRequested' },
            { ...intend(facts.requests, 'assign-personal-number'), attribution },
          );
        case 'RecordPersonalNumberObstacle': {
          const { cause } = command.data;
          return emits(mayAskForNumber(command, view, law), { type: 'PersonalNumberDelayed', cause });
        }
        case 'ReplacePersonalNumber':
          return emits(mayReplaceNumber(command, view, law), { type: 'PersonalNumberReplaced', ...command.data });
        case 'RegisterBirth':
          return emits(mayRegister(command, view, law), { ...intend(facts.requests, 'enter-birth'), attribution });
        case 'RefuseBirth':
          return emits(mayRefuse(command, view, law), {
            type: 'BirthRefused',
            cause: command.data.cause,
            attribution,
          });
        case 'RegisterCorrection':
          return emits(mayCorrect(command, view, law), {
            type: 'CorrectionRegistered',
            ...command.data,
            attribution,
          });
      }
    },
  });
