/**
 * The birth case (liên thông khai sinh – thường trú – thẻ BHYT): birth registration, its extract, residence, health card and
 * identity card as one decider. A later leg's refusal never undoes an earlier leg; the case closes when every chosen leg ended.
 */
import { following, guard, type LegOutcome } from '../../application/index.js';
import { type Authority, asClaimed } from '../../authority/index.js';
import { birthRegistration } from '../../birth-registration/index.js';
import { childHealthCard } from '../../child-health-card/index.js';
import { childIdentityCard } from '../../child-identity-card/index.js';
import { type ExtractedDocument, extract } from '../../extract/index.js';
import { compose, type Decider } from '../../kernel/index.js';
import { type LawBook, provision } from '../../law/index.js';
import { permanentResidence } from '../../permanent-residence/index.js';
import { type BirthPurpose, requestMachine } from '../../requests/index.js';
import { application } from './application.js';
import { requests } from './asking.js';
import type { BirthCommand } from './commands.js';
import type { BirthEvent } from './events.js';
import { type CaseFacts, factsOf } from './facts.js';
import { birthGate, legOfCommand } from './guard.js';
import { heardFrom } from './hearing.js';
import { partOfEvent, partOfLeg } from './parts.js';
import type { BirthReason } from './reasons.js';
import { appointment } from './scheduling.js';
import { type BirthCase, outcomeOf } from './state.js';
import { commandTable } from './table.js';

const birthCertificate: ExtractedDocument<'BirthNotRegistered'> = {
  form: () => 'birth-certificate',
  notRegistered: 'BirthNotRegistered',
  registers: 'RegisterBirth',
  drafterIsNotSigner: provision.drafterIsNotSigner,
};

/** The close, once every chosen leg has come to an end. */
const closing = (birth: BirthCase): readonly BirthEvent[] => {
  const { phase, declaration } = birth.application;
  if (phase !== 'open' || declaration === null) return [];
  const ends = declaration.legs.map((leg) => [leg, outcomeOf(birth, leg)] as const);
  if (ends.some(([, outcome]) => outcome === undefined)) return [];
  return [{ type: 'CaseClosed', outcome: Object.fromEntries(ends) as Readonly<Record<string, LegOutcome>> }];
};

export const birthCase = (
  book: LawBook,
  authority: Authority = asClaimed,
): Decider<BirthCommand, BirthEvent, BirthCase, BirthReason> => {
  const decider: Decider<BirthCommand, BirthEvent, BirthCase, BirthReason> = compose<
    BirthCommand,
    BirthEvent,
    BirthCase,
    CaseFacts,
    BirthReason
  >(
    {
      application: application(book, authority),
      registration: birthRegistration(book),
      extract: extract(book, birthCertificate),
      residence: permanentResidence(book),
      card: childHealthCard(book),
      identityCard: childIdentityCard(book),
      requests: requestMachine<BirthPurpose>(book),
    },
    {
      facts: (birth, command) => factsOf(book, birth, command.at),
      guard: guard(book, authority, birthGate),
      owner: partOfEvent,
      route: (command) => {
        const { part } = commandTable[command.type];
        return part === 'of-leg' ? partOfLeg[legOfCommand(command) ?? 'birth'] : part;
      },
      follow: (events, birth, command) =>
        following<BirthEvent, BirthCase>(
          decider.evolve,
          [
            (event, now) => heardFrom(book, event, now, command),
            (event, now) => appointment(book, event, now),
            (event, now) => requests(book, event, now, command.at),
          ],
          closing,
        )(events, birth),
    },
  );
  return decider;
};
