/** A benefit as a leg of the case: what an officer's order comes to. What the payers answer is in `answers.ts`. */
import { type LegOfCase, procedure } from '../dossier/procedure.js';
import { E, type Either, type NonEmpty } from '../fp.js';
import { type Attribution, emits, examine, type Refused, refuseUnless } from '../kernel/index.js';
import { type DeathLeg, deathGroup, type LawBook, type LawInForce, provision } from '../law/index.js';
import { dayOf, type PlainDate } from '../values/plain-date.js';
import type { BenefitRules, Entitlement } from './entitlement.js';
import type { BenefitCommand, BenefitEvent, BenefitLeg, BenefitName, BenefitToppedUp, TopUpBenefit } from './events.js';
import {
  type BenefitFacts,
  type BenefitReason,
  type BenefitView,
  mayDecide,
  mayEndorse,
  mayReject,
  mayRoute,
  payerFor,
} from './rules.js';
import { type Benefit, benefitSettled, evolveBenefit, noBenefit, type OwnBenefitEvent } from './state.js';

/** Where a benefit goes, by what the law gives on that day. */
export const routedTo = (leg: BenefitLeg, { awards, class: of, place, basis }: Entitlement): BenefitEvent => ({
  type: 'BenefitRouted',
  leg,
  outcome: place === 'outside' ? 'outside' : awards.length === 0 ? 'none' : 'routed',
  payers: place === 'outside' ? [] : [...new Set(awards.map(({ payer }) => payer))],
  class: of,
  basis,
});

/** What one payer's decision comes to: an event for each thing it pays. */
export const decidedBy = (
  leg: BenefitLeg,
  { awards, weighed, law }: Entitlement,
  payer: string | undefined,
  decision: Readonly<{ decisionNo: string; decidedOn: PlainDate }>,
  attribution: Attribution,
): readonly BenefitEvent[] =>
  awards
    .filter((award) => award.payer === payer)
    .map((award) => ({
      type: 'BenefitDecided',
      leg,
      ...award,
      ...decision,
      law,
      weighed: award.benefit === 'merit-lump' ? [] : weighed,
      attribution,
    }));

const mayTopUp = examine<TopUpBenefit, readonly BenefitToppedUp[], BenefitReason>(
  refuseUnless('NothingToTopUp', provision.oneFuneralBenefit, (_, found) => found.length > 0),
);

/** `R` are reasons of the leg's own; `extra` is asked before the payer decides. */
export const benefitLeg = <F extends BenefitFacts, R extends string = never>(
  book: LawBook,
  leg: BenefitLeg,
  rules: BenefitRules<F>,
  extra: (command: BenefitCommand, facts: F, law: LawInForce) => Either<Refused<R>, unknown> = () => E.right(undefined),
): LegOfCase<DeathLeg, BenefitCommand, OwnBenefitEvent, Benefit, F, BenefitReason | R, OwnBenefitEvent> => {
  const topUps = (own: Benefit, facts: F, knownOn: PlainDate): readonly BenefitToppedUp[] =>
    Object.entries(own.decided).flatMap(([name, { decidedOn, toppedUp }]) => {
      const benefit = name as BenefitName;
      const more = rules.more(book, facts, benefit, { decidedOn, knownOn });
      const amount = (more?.amount ?? 0) - toppedUp;
      return more === undefined || amount <= 0
        ? []
        : [
            {
              type: 'BenefitToppedUp' as const,
              leg,
              benefit,
              amount,
              knownOn,
              law: more.law,
              confidence: more.confidence,
            },
          ];
    });

  return procedure<DeathLeg, BenefitCommand, OwnBenefitEvent, Benefit, F, BenefitReason | R, OwnBenefitEvent>(
    book,
    deathGroup,
    {
      leg,
      initial: noBenefit,
      evolve: evolveBenefit,
      ended: benefitSettled,
      mayBegin: ({ extractPublished }) => extractPublished,
      decide: (
        command,
        { own, facts },
        { law, attribution },
      ): Either<Refused<BenefitReason | R>, NonEmpty<OwnBenefitEvent>> => {
        const today = dayOf(command.at);
        const decidedOn = command.type === 'DecideBenefit' ? command.data.decidedOn : today;
        const entitlement = rules.entitlement(book, facts, decidedOn);
        const view: BenefitView = { own, facts, today, entitlement };
        switch (command.type) {
          case 'RouteBenefit':
            return emits(mayRoute(command, view, law), routedTo(leg, entitlement));
          case 'EndorseBenefit':
            return emits(mayEndorse(command, view, law), {
              type: 'BenefitEndorsed',
              leg,
              by: command.data.by,
              attribution,
            });
          case 'DecideBenefit': {
            const judged = mayDecide(command, view, law);
            if (E.isLeft(judged)) return judged;
            const consented = extra(command, facts, law);
            if (E.isLeft(consented)) return consented;
            const { decisionNo } = command.data;
            const decided = decidedBy(leg, entitlement, payerFor(command), { decisionNo, decidedOn }, attribution);
            return E.right(decided as unknown as NonEmpty<OwnBenefitEvent>);
          }
          case 'RejectBenefit':
            return emits(mayReject(command, view, law), {
              type: 'BenefitRejected',
              leg,
              payer: payerFor(command) ?? 'social-insurance',
              cause: command.data.cause,
              attribution,
            });
          case 'TopUpBenefit': {
            const found = topUps(own, facts, today);
            const judged = mayTopUp(command, found, law);
            const [first, ...more] = found;
            return E.isLeft(judged) || first === undefined
              ? (judged as Either<Refused<BenefitReason>, never>)
              : E.right([{ ...first, attribution }, ...more]);
          }
        }
      },
    },
  );
};
