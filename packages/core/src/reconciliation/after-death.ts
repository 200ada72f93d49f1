/** What goes on after a death and should not, or does not and should (sau khi chết): residence, money, allowances. */
import type { BenefitName } from '../benefit/index.js';
import { confidenceIn, evidenceOf, isOverdue, type OpenBooks, standingLinks } from './books.js';
import { type Finding, refOf } from './finding.js';
import type { Money } from './known-case.js';
import type { KnownParty } from './links.js';
import { askAgain, forStep } from './proposals.js';
import { BENEFITS } from './register-record.js';

/** Dead in one register, resident in another. While the deletion is under way it is given its time. */
const stillResident = (books: OpenBooks, known: KnownParty): readonly Finding[] => {
  const links = standingLinks(books, known, 'residence');
  const step = known.of.steps.residence ?? { standing: 'none' };
  if (links.length === 0 || (step.standing === 'open' && !isOverdue(books, known.of.registeredOn))) return [];
  const cause = step.standing === 'done' ? 'record-standing' : step.standing === 'open' ? 'under-way' : 'not-asked';
  return [
    {
      kind: 'dead-still-resident',
      cause,
      cases: [known.of.caseId],
      records: links.map(({ record }) => refOf(record.of)),
      since: known.of.happenedOn,
      confidence: confidenceIn(links),
      evidence: links.map(evidenceOf),
      proposals: [forStep(known.of, 'residence', step, 'DeadStillResident')],
    },
  ];
};

const stillDrawing = (books: OpenBooks, known: KnownParty): readonly Finding[] => {
  const links = standingLinks(books, known, 'allowance');
  const { allowances, caseId, happenedOn, registeredOn } = known.of;
  const open = allowances.find(({ standing }) => standing === 'open');
  if (links.length === 0 || (open !== undefined && !isOverdue(books, registeredOn))) return [];
  const request = (open ?? allowances[0])?.request;
  return [
    {
      kind: 'dead-still-drawing',
      cause: open !== undefined ? 'under-way' : allowances.length > 0 ? 'record-standing' : 'not-asked',
      cases: [caseId],
      records: links.map(({ record }) => refOf(record.of)),
      since: happenedOn,
      confidence: confidenceIn(links),
      evidence: links.map(evidenceOf),
      proposals: [askAgain(caseId, request, 'DeadStillDrawing')],
    },
  ];
};

/** Paid by the journal's word against paid by the payers' own. */
const money = (books: OpenBooks, known: KnownParty, benefit: BenefitName, own: Money): readonly Finding[] => {
  const links = standingLinks(books, known, 'payment').filter(({ record }) => record.of.benefit === benefit);
  const paid = links.reduce((sum, { record }) => sum + (record.of.amount ?? 0), 0);
  const { caseId, registeredOn } = known.of;
  const short = own.paid > paid ? own.paid - paid : own.owed - paid;
  const cause = own.paid > paid ? 'sums-differ' : 'outstanding';
  const waits = own.paid <= paid && !isOverdue(books, registeredOn);
  if (short === 0 || (short > 0 && waits)) return [];
  return [
    {
      kind: short > 0 ? 'dead-unpaid' : 'paid-too-much',
      cause: short > 0 ? cause : 'sums-differ',
      cases: [caseId],
      records: links.map(({ record }) => refOf(record.of)),
      since: registeredOn,
      confidence: links.length === 0 && known.person.facts.number === undefined ? 'likely' : 'certain',
      evidence: links.map(evidenceOf),
      dong: Math.abs(short),
      proposals: [askAgain(caseId, own.request, short > 0 ? 'PaymentMissing' : 'PaidTooMuch')],
    },
  ];
};

/** Nothing was decided, and something paid. */
const NOTHING: Money = { owed: 0, paid: 0 };

export const afterDeath = (books: OpenBooks, known: KnownParty): readonly Finding[] => {
  if (known.of.group !== 'death') return [];
  const paid = standingLinks(books, known, 'payment').map(({ record }) => record.of.benefit);
  const benefits = books.covered.has('payment')
    ? BENEFITS.filter((benefit) => known.of.money[benefit] !== undefined || paid.includes(benefit))
    : [];
  return [
    ...stillResident(books, known),
    ...stillDrawing(books, known),
    ...benefits.flatMap((benefit) => money(books, known, benefit, known.of.money[benefit] ?? NOTHING)),
  ];
};
