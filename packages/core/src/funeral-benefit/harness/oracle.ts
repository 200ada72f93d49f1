/** Another way to the same answer: every set of the classes given is tried, and the lawful one that leaves nobody out is paid. */
import type { FuneralClass } from '../../law/index.js';
import type { InsuredFacts } from '../worth.js';
import { atCost, bars, monthsNeeded, order, sums, support, withoutMonths } from './articles.js';

type Asked = Readonly<{
  diedOn: string;
  classes: readonly FuneralClass[];
  decidedOn: string;
  knownOn: string;
  insured?: InsuredFacts;
  disaster?: Readonly<{ actualCost: number }>;
}>;

export type Foretold = Readonly<{ paid: string | null; beside: string | null; topUp: number | null }>;

const sumOf = (of: FuneralClass, diedOn: string, known: string): number | undefined =>
  sums.filter((each) => each.of === of && each.from <= diedOn && diedOn <= each.to && each.known <= known).at(-1)
    ?.amount;

const withMonths = ({ status, months, diedOfWork, injuryLoss }: InsuredFacts): boolean =>
  months === undefined ||
  months >= (monthsNeeded[status] ?? 0) ||
  withoutMonths.some(
    (each) => each.for === status && (each.ground === 'death by work' ? diedOfWork === true : (injuryLoss ?? 0) > 0),
  );

const subsets = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: 2 ** all.length }, (_, set) => all.filter((_, place) => (set >> place) % 2 === 1));

export const foretell = ({ diedOn, classes, decidedOn, knownOn, insured, disaster }: Asked): Foretold => {
  const amountOf = (of: FuneralClass, known: string): number => {
    const least = sumOf(of, diedOn, known) ?? 0;
    const costs = least > 0 && disaster && atCost.includes(of) ? disaster.actualCost : 0;
    return Math.max(least, costs);
  };
  const amount = (of: FuneralClass): number => amountOf(of, decidedOn);
  const short = insured !== undefined && !withMonths(insured);
  const able = [...new Set(classes)].filter((each) => amount(each) > 0 && !(short && each === 'social-insurance'));
  const barredAlways = (of: FuneralClass): boolean =>
    bars.some((bar) => bar.if === 'always' && bar.barred === of && bar.by.some((each) => able.includes(each)));
  const inTheRace = able.filter((each) => !barredAlways(each));
  const noMore = (of: FuneralClass, than: FuneralClass): boolean =>
    amount(of) < amount(than) || (amount(of) === amount(than) && order.indexOf(of) > order.indexOf(than));
  const barred = (of: FuneralClass): boolean =>
    bars.some(
      (bar) =>
        bar.if === 'no-more' &&
        bar.barred === of &&
        bar.by.some((each) => inTheRace.includes(each) && noMore(of, each)),
    );
  const lawful = subsets(inTheRace).filter((set) => !set.some(barred));
  const largest = Math.max(...lawful.map((set) => set.length));
  const [answer = [], ...others] = lawful.filter((set) => set.length === largest);
  if (others.length > 0) throw new Error(`several lawful answers for ${classes.join(', ')}`);

  const ordinary = answer.filter((each) => !support.includes(each));
  const supporting = answer.filter((each) => support.includes(each));
  if (ordinary.length > 1 || supporting.length > 1) throw new Error(`two benefits for ${classes.join(', ')}`);
  const paid = ordinary[0] ?? supporting[0];
  const beside = ordinary[0] && supporting[0];
  const more = paid ? amountOf(paid, knownOn) - amount(paid) : 0;
  const told = (of: FuneralClass | undefined): string | null => (of ? `${of} ${amount(of)}` : null);
  return { paid: told(paid), beside: told(beside), topUp: more > 0 ? more : null };
};
