/**
 * The citizen as a target (nhắn tin cho người dân): a status becomes a short message by SMS or VNeID. Where to send it is asked
 * at the edge and seen by nobody else; what was sent once is not sent again, also where the gateway keeps no ids.
 */
import type { Clock, Fault, OutcomeUnknown, PlainDate } from '@lienthong/core';
import { E, type TE } from '@lienthong/core/fp';
import { codeOf, type ViewFault } from '@lienthong/core/subscriptions';
import type { Deliver, Delivered, Trouble } from '../outbox/delivery.js';
import type { ToDo } from '../status/standing.js';
import type { StatusMessage } from '../status/views.js';
import type { Once } from './once.js';
import { type QuietHours, quietFor } from './quiet-hours.js';
import { isTold, type Language, textOf } from './templates.js';

/** Where a citizen is reached: a number or an account, known at the edge alone. */
export type Contact = Readonly<{ to: string; language: Language }>;
export type Notice = Readonly<{ id: string; to: string; language: Language; text: string }>;

/** `sent: 'no'` is a promise that nothing went out. */
export type NotifierTrouble = Trouble & Readonly<{ sent: 'no' | 'unknown' }>;

export type Notifier = Readonly<{
  /** `keyed`: the gateway drops what comes again under its id; `neither`: what is not known to have failed is never sent again. */
  repeats: 'keyed' | 'neither';
  send: (notice: Notice) => TE.TaskEither<NotifierTrouble, Delivered>;
}>;

/** Opens the sealed block of the applicant; `undefined` where there is nobody to reach, or they were erased. */
export type Contacts = (message: StatusMessage) => TE.TaskEither<Fault | OutcomeUnknown, Contact | undefined>;

export type CitizenOptions = Readonly<{
  notifier: Notifier;
  contacts: Contacts;
  once: Once;
  clock: Clock;
  quiet?: QuietHours;
  /** The code by which the citizen knows the dossier; the case's id unless said. */
  codeOf?: (caseId: string) => string;
  /** A notice of which nobody knows whether it went out, and that is not sent again. */
  onDoubt?: (id: string) => void;
}>;

type Draft = Readonly<{ id: string; text: (language: Language) => string }>;

/** A status that has just come about, or something that is asked of the citizen; each under an id of its own. */
const draftsOf = (message: StatusMessage, code: string): readonly Draft[] => {
  const { caseId, span, status, data, at } = message;
  const toDo = data['toDo'] as unknown as readonly ToDo[];
  const dueOn = data['dueOn'] as PlainDate | null;
  const since = String(data['since']);
  if (since === at && isTold(span, status)) {
    const [first] = toDo;
    const telling = { code, span, status, until: dueOn, ...(first === undefined ? {} : { duty: first.duty }) };
    return [{ id: `${caseId}/${span}/${status}/${since}`, text: (language) => textOf(telling, language) }];
  }
  return toDo
    .filter(({ duty }) => duty !== 'bring-supplement' && duty !== 'collect-result')
    .map(({ duty, until }) => ({
      id: `${caseId}/${span}/${duty}`,
      text: (language) => textOf({ code, span, duty, until }, language),
    }));
};

const TAKEN: Delivered = { is: 'taken' };
const away = (fault: Fault | ViewFault | OutcomeUnknown): E.Either<Trouble, never> => E.left({ reason: codeOf(fault) });

const send =
  ({ notifier, contacts, once, onDoubt }: CitizenOptions, message: StatusMessage) =>
  async ({ id, text }: Draft): Promise<E.Either<Trouble, Delivered>> => {
    const known = await once.has(id)();
    if (E.isLeft(known)) return away(known.left);
    if (known.right) return E.right(TAKEN);
    const contact = await contacts(message)();
    if (E.isLeft(contact)) return away(contact.left);
    if (contact.right === undefined) return E.right(TAKEN);
    const { to, language } = contact.right;
    const blind = notifier.repeats === 'neither';
    // Before it leaves: after a crash in between it is in doubt, and is not sent a second time.
    const before = blind ? await once.remember(id)() : E.right(undefined);
    if (E.isLeft(before)) return away(before.left);
    const sent = await notifier.send({ id, to, language, text: text(language) })();
    if (E.isRight(sent) && sent.right.is === 'taken') {
      const after = blind ? E.right(undefined) : await once.remember(id)();
      return E.isLeft(after) ? away(after.left) : sent;
    }
    if (E.isLeft(sent) && sent.left.sent === 'unknown' && blind) {
      onDoubt?.(id);
      return E.right(TAKEN);
    }
    const forgotten = blind ? await once.forget(id)() : E.right(undefined);
    return E.isLeft(forgotten) ? away(forgotten.left) : sent;
  };

/** Tells citizens one by one; in the quiet hours nobody. */
export const toCitizens =
  (options: CitizenOptions): Deliver =>
  (batch) =>
  async () => {
    const { clock, quiet, codeOf: dossier = (caseId: string) => caseId } = options;
    for (const { message } of batch) {
      for (const draft of draftsOf(message, dossier(message.caseId))) {
        const waitMs = quiet === undefined ? 0 : quietFor(quiet, clock.now());
        if (waitMs > 0) return E.left({ reason: 'quiet-hours', waitMs });
        const sent = await send(options, message)(draft);
        if (E.isLeft(sent) || sent.right.is === 'refused') return sent;
      }
    }
    return E.right(TAKEN);
  };
