/** How the orders that both groups know are kept in the records of their commits. */
import { type CommandForms, order, orderPerhapsAboutPersons } from '../borders/kept-command.codec.js';
import { type Codec, count, exact, flag, listOf, oneOf, optional, text } from '../borders/stored.codec.js';
import type { LegDossierCommand } from '../dossier/commands.js';
import { type KeptLegs, keptDate, keptInstant } from '../dossier/events.codec.js';
import type { LegName } from '../dossier/events.js';
import { keptSlot } from '../extract/events.codec.js';
import type { ExtractCommand } from '../extract/events.js';
import type { Party } from '../kernel/index.js';
import type { RequestCommand } from '../requests/commands.js';
import { keptAnswer, keptFailure, keptWait } from '../requests/events.codec.js';
import { GUIDANCE } from '../support/index.js';
import type { ApplicationCommand } from './commands.js';

/** An order without particulars. */
export const nothing = order(exact({}));
const about = order(exact({ request: text }));
const cause = order(exact({ cause: text }));
const list = listOf(text);
const party: Codec<Party> = exact<Party>({ id: text, role: text, unit: optional(text) });

type SharedCommand<L extends LegName> = ApplicationCommand<L> | LegDossierCommand<L> | ExtractCommand | RequestCommand;

const extractForms: CommandForms<ExtractCommand> = {
  DraftExtract: nothing,
  ConfirmExtract: nothing,
  ReturnExtract: cause,
  SignExtract: nothing,
  SealExtract: nothing,
  TimestampExtract: nothing,
  RecordSigningFailure: order(exact({ slot: keptSlot, cause: text, safe: flag })),
  PublishExtract: nothing,
  IssueExtractOnPaper: nothing,
  RecallExtract: cause,
};

const requestForms: CommandForms<RequestCommand> = {
  ResyncStatus: about,
  RecordRequestSent: order(exact({ request: text, attempt: count })),
  RecordRequestAcknowledged: order(exact({ request: text, receivedAt: keptInstant, reference: text })),
  RecordRequestDeferred: order(exact({ request: text, until: keptInstant, why: keptWait })),
  RecordRequestFailed: order(exact({ request: text, why: keptFailure })),
  RecordRequestGivenUp: order(exact({ request: text, why: keptFailure, lookFor: text })),
  RecordProgress: order(exact({ request: text, step: text, reason: text, at: keptInstant })),
  RecordAnswer: orderPerhapsAboutPersons(
    exact({ request: text, answer: keptAnswer, answeredAt: keptInstant, receivedAt: keptInstant, by: party }),
  ),
};

/** The forms of every order that both groups know. */
export const sharedCommandForms = <L extends LegName>(legs: KeptLegs<L>): CommandForms<SharedCommand<L>> => {
  // The forms let through the legs of this group alone, which their own types cannot say.
  const { leg, span } = legs as unknown as KeptLegs<LegName>;
  const forms: CommandForms<SharedCommand<LegName>> = {
    RecordFee: order(exact({ amount: count, purpose: text })),
    WithdrawLeg: order(exact({ leg })),
    WithdrawCase: nothing,
    RecordMissedDeadline: order(exact({ deadline: text, dueOn: keptDate, duty: text })),
    ReviseDeadline: order(exact({ span, from: keptDate, to: keptDate, cause: text })),
    SendApology: order(exact({ span, cause: text, newDate: keptDate })),
    DeliverResult: order(exact({ leg, channel: text })),
    Escalate: order(exact({ about: text, cause: text })),
    GiveGuidance: order(exact({ about: text, guidance: oneOf(...GUIDANCE) })),
    ResolveEscalation: order(exact({ about: text, resolution: text })),
    TakeUp: order(exact({ about: text })),
    HandBack: order(exact({ about: text })),
    RecordAlias: order(exact({ system: text, code: text })),
    ReceiveDossier: order(exact({ leg, agency: text })),
    RequestSupplement: order(exact({ leg, items: list, cause: text })),
    ProvideSupplement: orderPerhapsAboutPersons(exact({ leg, items: list })),
    ...extractForms,
    ...requestForms,
  };
  return forms as unknown as CommandForms<SharedCommand<L>>;
};
