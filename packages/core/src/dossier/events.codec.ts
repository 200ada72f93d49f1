/** How a file's events are kept. */
import { type EventForms, event } from '../borders/kept-event.codec.js';
import { type Codec, count, exact, flag, listOf, oneOf, orNull, stored, text } from '../borders/stored.codec.js';
import type { LawSetId } from '../law/dated.js';
import type { GroupLaw } from '../law/group-law.js';
import { instant, plainDate } from '../values/plain-date.js';
import type { CorrectionRegistered } from './corrections.js';
import type { DossierEvent, LegName, Span } from './events.js';

export const keptDate = stored(plainDate);
export const keptInstant = stored(instant);

/** The legs of one group, and what a deadline may speak of in it. */
export type KeptLegs<L extends LegName> = Readonly<{ leg: Codec<L>; span: Codec<Span<L>> }>;

export const keptLegs = <L extends LegName>({ legs }: GroupLaw<L>): KeptLegs<L> => ({
  leg: oneOf<readonly L[]>(...legs),
  span: oneOf<readonly Span<L>[]>(...legs, 'whole'),
});

export const keptLawSet: Codec<LawSetId> = exact<LawSetId>({
  release: text,
  on: keptDate,
  knownOn: keptDate,
  hash: text,
});

/** The forms of a file's events in one group. */
export const dossierEvents = <L extends LegName>(legs: KeptLegs<L>): EventForms<DossierEvent<L>> => {
  // The forms let through the legs of this group alone, which their own types cannot say.
  const { leg, span } = legs as unknown as KeptLegs<LegName>;
  const forms: EventForms<DossierEvent> = {
    DossierReceived: event({
      leg,
      receivedAt: keptInstant,
      countsFrom: orNull(keptDate),
      law: keptLawSet,
      rulebooks: listOf(text),
      agency: text,
    }),
    SupplementRequested: event({
      leg,
      items: listOf(text),
      cause: text,
      round: count,
      until: orNull(keptDate),
      breach: flag,
    }),
    Supplemented: event({ leg, items: listOf(text), at: keptInstant, countsFrom: orNull(keptDate) }),
    AppointmentNotified: event({ span, dueOn: orNull(keptDate) }),
    DeadlineMissed: event({ deadline: text, dueOn: keptDate, duty: text }),
    DeadlineRevised: event({ span, from: keptDate, to: keptDate, cause: text }),
    ApologySent: event({ span, cause: text, newDate: keptDate }),
    ResultDelivered: event({ leg, channel: text }),
  };
  return forms as unknown as EventForms<DossierEvent<L>>;
};

export const correctionEvents: EventForms<CorrectionRegistered> = {
  CorrectionRegistered: event({ fields: listOf(text), registeredOn: keptDate }),
};
