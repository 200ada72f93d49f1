/** Whom the money is asked of (chuyển hồ sơ đến cơ quan chi trả): follows from the published extract, for every leg that ends in money. */
import { type BenefitRules, routedTo } from '../../benefit/index.js';
import { funeralRules } from '../../funeral-benefit/index.js';
import type { LawBook } from '../../law/index.js';
import { survivorRules } from '../../survivor-benefit/index.js';
import { dayOf, type Instant } from '../../values/plain-date.js';
import type { DeathEvent } from './events.js';
import { type CaseFacts, factsOf } from './facts.js';
import { type DeathCase, legsOf, outcomeOf } from './state.js';

const rules: Readonly<Record<'funeral' | 'survivor', BenefitRules<CaseFacts>>> = {
  funeral: funeralRules,
  survivor: survivorRules,
};

export const routed = (book: LawBook, event: DeathEvent, death: DeathCase, at: Instant): readonly DeathEvent[] =>
  event.type === 'ExtractPublished'
    ? (['funeral', 'survivor'] as const)
        .filter(
          (leg) =>
            legsOf(death.application).includes(leg) && outcomeOf(death, leg) === undefined && death[leg].route === null,
        )
        .map((leg) => routedTo(leg, rules[leg].entitlement(book, factsOf(book, death), dayOf(at))))
    : [];

/** Somebody named on the form takes the money. */
export const payeeNamed = (event: DeathEvent): readonly DeathEvent[] =>
  event.type === 'Applied' && event.declaration.payee !== null
    ? [{ type: 'PayeeStated', channel: event.declaration.payee }]
    : [];
