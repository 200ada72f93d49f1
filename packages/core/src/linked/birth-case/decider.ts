/**
 * The birth case (liên thông khai sinh – thường trú – thẻ BHYT): birth registration, its extract, residence, health card and
 * identity card as one decider. A later leg's refusal never undoes an earlier leg; the case closes when every chosen leg ended.
 */
import { type Authority, asClaimed } from '../../authority/index.js';
import { birthRegistration } from '../../birth-registration/index.js';
import { childHealthCard } from '../../child-health-card/index.js';
import { childIdentityCard } from '../../child-identity-card/index.js';
import { extract } from '../../extract/index.js';
import type { NonEmpty } from '../../fp.js';
import { compose, type Decider } from '../../kernel/index.js';
import type { LawBook } from '../../law/index.js';
import { permanentResidence } from '../../permanent-residence/index.js';
import { requestMachine } from '../../requests/index.js';
import { application } from './application.js';
import { requests } from './asking.js';
import type { BirthCommand } from './commands.js';
import type { BirthEvent, LegOutcome } from './events.js';
import { type CaseFacts, factsOf } from './facts.js';
import { guard, legOfCommand } from './guard.js';
import { heardFrom } from './hearing.js';
import { partOfEvent, partOfLeg } from './parts.js';
import type { BirthReason } from './reasons.js';
import { appointment } from './scheduling.js';
import { type BirthCase, outcomeOf } from './state.js';
import { commandTable } from './table.js';

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
      extract: extract(book, 'birth-certificate'),
      residence: permanentResidence(book),
      card: childHealthCard(book),
      identityCard: childIdentityCard(book),
      requests: requestMachine(book),
    },
    {
      facts: (birth, command) => factsOf(book, birth, command.at),
      guard: guard(book, authority),
      owner: partOfEvent,
      route: (command) => {
        const { part } = commandTable[command.type];
        return part === 'of-leg' ? partOfLeg[legOfCommand(command) ?? 'birth'] : part;
      },
      follow: (events, birth, command) => follow(events, birth, command),
    },
  );

  /** Each event's consequences, taken in one by one, so that the next sees what the last has changed. */
  const follow = (events: NonEmpty<BirthEvent>, birth: BirthCase, command: BirthCommand): readonly BirthEvent[] => {
    const added: BirthEvent[] = [];
    const queue: BirthEvent[] = [...events];
    let now = birth;
    const take = (more: readonly BirthEvent[]): void => {
      for (const event of more) {
        now = decider.evolve(now, event);
        added.push(event);
        queue.push(event);
      }
    };
    for (let event = queue.shift(); event !== undefined; event = queue.shift()) {
      take(heardFrom(book, event, now, command));
      take(appointment(book, event, now));
      take(requests(book, event, now, command.at));
    }
    take(closing(now));
    return added;
  };

  return decider;
};
