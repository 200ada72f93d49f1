/** How an erasure is kept: whom it concerned only by their place in the case, and how the case stood. */
import { type CommandForms, commandCodec, order } from '../borders/kept-command.codec.js';
import { type EventForms, event, eventCodec } from '../borders/kept-event.codec.js';
import { count, exact, flag, oneOf, type Shape, text } from '../borders/stored.codec.js';
import { ERASURE_GROUNDS, type ErasePerson, type PersonErased, type ToErase } from './erasure.js';

const shape: Shape<ToErase> = {
  group: oneOf('birth', 'death'),
  case: text,
  subject: text,
  keptFor: oneOf('entry', 'dossier', 'payment', 'contact'),
  ground: oneOf(...ERASURE_GROUNDS),
  asOf: count,
  phase: oneOf('none', 'open', 'closed'),
  registered: flag,
  owed: flag,
};

const events: EventForms<PersonErased> = { PersonErased: event(shape) };
const commands: CommandForms<ErasePerson> = { ErasePerson: order(exact(shape)) };

export const erasureEvents = eventCodec<PersonErased>(events);
export const erasureCommands = commandCodec<ErasePerson>(commands);
