/**
 * The death case (liên thông khai tử – xóa thường trú – mai táng phí – tử tuất): death registration, its extract, the deletion
 * of the residence, the funeral and the survivor benefit as one decider. A later leg's refusal never undoes an earlier leg; the
 * case closes when every chosen leg has ended, and a benefit ends with its payment.
 */
import { following, guard } from '../../application/index.js';
import { type Authority, asClaimed } from '../../authority/index.js';
import { deathRegistration } from '../../death-registration/index.js';
import { type ExtractedDocument, extract } from '../../extract/index.js';
import { E, type Either } from '../../fp.js';
import { funeralLeg } from '../../funeral-benefit/index.js';
import { compose, type Decider, examine, type Refused, refuseUnless, when } from '../../kernel/index.js';
import { currentLawOf, type LawBook, provision } from '../../law/index.js';
import { payments } from '../../payment/index.js';
import { type DeathPurpose, requestMachine } from '../../requests/index.js';
import { residenceDeletion } from '../../residence-deletion/index.js';
import { relativesConsent, survivorLeg } from '../../survivor-benefit/index.js';
import { application } from './application.js';
import { requests } from './asking.js';
import type { DeathCommand } from './commands.js';
import type { DeathEvent, DeathLegOutcome } from './events.js';
import { type CaseFacts, factsOf } from './facts.js';
import { deathGate, legOfCommand } from './guard.js';
import { heardFrom } from './hearing.js';
import { partOfEvent, partOfLeg } from './parts.js';
import type { DeathReason } from './reasons.js';
import { payeeNamed, routed } from './routing.js';
import { appointment } from './scheduling.js';
import { type DeathCase, outcomeOf } from './state.js';
import { deathCommandTable } from './table.js';

const deathExtract: ExtractedDocument<'DeathNotRegistered'> = {
  form: (law) => law.row(provision.deathExtractForm)?.value.form ?? 'death-extract',
  notRegistered: 'DeathNotRegistered',
  registers: 'RegisterDeath',
  drafterIsNotSigner: provision.deathDrafterIsNotSigner,
};

/** The close, once every chosen leg has come to an end. */
const closing = (death: DeathCase): readonly DeathEvent[] => {
  const { phase, declaration } = death.application;
  if (phase !== 'open' || declaration === null) return [];
  const ends = declaration.legs.map((leg) => [leg, outcomeOf(death, leg)] as const);
  if (ends.some(([, outcome]) => outcome === undefined)) return [];
  return [{ type: 'CaseClosed', outcome: Object.fromEntries(ends) as Readonly<Record<string, DeathLegOutcome>> }];
};

/** A supplement mends the content; the agencies that were chosen stay (F: out-of-field edits). */
const withinFields = examine<DeathCommand, DeathCase, DeathReason>(
  when(
    ({ type }) => type === 'ProvideSupplement',
    refuseUnless(
      'FieldNotOpen',
      provision.deathSupplementFields,
      ({ data }, _, fixed) =>
        !('items' in data) || !data.items.some((item) => fixed.some((field) => item.split('.').includes(field))),
      { facts: (_, __, row) => ({ fixed: row.value as readonly string[] }) },
    ),
  ),
);

export const deathCase = (
  book: LawBook,
  authority: Authority = asClaimed,
): Decider<DeathCommand, DeathEvent, DeathCase, DeathReason> => {
  const gate = guard(book, authority, deathGate);
  const decider: Decider<DeathCommand, DeathEvent, DeathCase, DeathReason> = compose<
    DeathCommand,
    DeathEvent,
    DeathCase,
    CaseFacts,
    DeathReason
  >(
    {
      application: application(book, authority),
      registration: deathRegistration(book),
      extract: extract(book, deathExtract),
      deletion: residenceDeletion(book),
      funeral: funeralLeg(book),
      survivor: survivorLeg(book),
      consents: relativesConsent(book),
      payments: payments(book),
      requests: requestMachine<DeathPurpose>(book),
    },
    {
      facts: (death) => factsOf(book, death),
      guard: (command, death): Either<Refused<DeathReason>, DeathCommand> => {
        const open = gate(command, death);
        if (E.isLeft(open)) return open;
        return withinFields(command, death, currentLawOf(book, command.at));
      },
      owner: partOfEvent,
      route: (command) => {
        const { part } = deathCommandTable[command.type];
        return part === 'of-leg' ? partOfLeg[legOfCommand(command) ?? 'death'] : part;
      },
      follow: (events, death, command) =>
        following<DeathEvent, DeathCase>(
          decider.evolve,
          [
            payeeNamed,
            (event, now) => heardFrom(book, event, now, command),
            (event, now) => appointment(book, event, now),
            (event, now) => routed(book, event, now, command.at),
            (event, now) => requests(book, event, now),
          ],
          closing,
        )(events, death),
    },
  );
  return decider;
};
