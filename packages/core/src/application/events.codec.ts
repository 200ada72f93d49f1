/** How the events of an application as a whole are kept, in either group. */
import { type EventForms, event } from '../borders/kept-event.codec.js';
import { type Codec, count, exact, oneOf, optional, type Shape, text } from '../borders/stored.codec.js';
import type { KeptLegs } from '../dossier/events.codec.js';
import type { LegName } from '../dossier/events.js';
import type { GroupLaw } from '../law/group-law.js';
import type { ApplicationEvent, CaseClosed, Declared, LegOutcome } from './events.js';

export const keptOutcome: Codec<LegOutcome> = oneOf('done', 'refused', 'withdrawn', 'not-reached');

export const applicationEvents = <L extends LegName, D extends Declared<L>, O extends string>(
  { legs }: GroupLaw<L>,
  { leg }: KeptLegs<L>,
  declaration: Codec<D>,
  ended: Codec<O>,
): EventForms<ApplicationEvent<L, D, O>> => {
  const shape = Object.fromEntries(legs.map((each) => [each, optional(ended)]));
  const outcome = exact(shape as unknown as Shape<CaseClosed<LegName, string>['outcome']>);
  const forms: EventForms<ApplicationEvent<LegName, Declared, string>> = {
    Applied: event({ case: text, declaration: declaration as unknown as Codec<Declared> }),
    FeePaid: event({ amount: count, purpose: text }),
    LegWithdrawn: event({ leg: leg as unknown as Codec<LegName> }),
    CaseWithdrawn: event({}),
    AliasRecorded: event({ system: text, code: text }),
    CaseClosed: event({ outcome }),
  };
  // The forms let through this group's legs, declaration and outcomes alone, which their own types cannot say.
  return forms as unknown as EventForms<ApplicationEvent<L, D, O>>;
};
