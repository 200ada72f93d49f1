/** How the extract's events are kept. */
import { type EventForms, event } from '../borders/kept-event.codec.js';
import { type Codec, count, flag, oneOf, text } from '../borders/stored.codec.js';
import type { ExtractEvent, Slot } from './events.js';

export const keptSlot: Codec<Slot> = oneOf('leader', 'seal');

export const extractEvents: EventForms<ExtractEvent> = {
  ExtractDrafted: event({ extract: count, form: text, drafter: text, corrections: count }),
  ExtractConfirmed: event({ extract: count }),
  ExtractReturned: event({ extract: count, cause: text }),
  ExtractSigned: event({ extract: count, signer: text }),
  ExtractSealed: event({ extract: count, signer: text }),
  ExtractTimestamped: event({ extract: count }),
  ExtractSigningFailed: event({ extract: count, slot: keptSlot, cause: text, safe: flag }),
  ExtractPublished: event({ extract: count, signed: flag }),
  ExtractIssuedOnPaper: event({ extract: count }),
  ExtractReplaced: event({ extract: count, by: count }),
  ExtractRecalled: event({ extract: count, cause: text }),
};
