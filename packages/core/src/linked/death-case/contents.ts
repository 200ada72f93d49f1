/**
 * What each agency is told, and how its answer is kept (nội dung gửi các cơ quan). The courier opens the case's sealed blocks;
 * of these each agency is given the people it has to do with, and no others.
 */
import { firstIntended, lastChange, plain } from '../../application/contents.js';
import type { BenefitName, BenefitToDecide, PayerDesk } from '../../benefit/index.js';
import type { DeathRegister, DeathToEnter } from '../../death-registration/index.js';
import { type FuneralFacts, funeralRules } from '../../funeral-benefit/index.js';
import { fold } from '../../kernel/index.js';
import type { DeathLeg, LawBook, Payer } from '../../law/index.js';
import {
  type AllowanceDesk,
  type AllowanceToStop,
  type BenefitToPay,
  outstanding,
  type PaymentDesk,
} from '../../payment/index.js';
import { type Door, door, type OpenFile } from '../../requests/door.js';
import type { Change, DeathPurpose, Told } from '../../requests/index.js';
import type { DeletionDesk, ResidenceToDelete } from '../../residence-deletion/index.js';
import { type SurvivorFacts, survivorRules } from '../../survivor-benefit/index.js';
import type { PlainDate } from '../../values/plain-date.js';
import { deathCase } from './decider.js';
import type { DeathDeclaration, DeathEvent } from './events.js';
import { factsOf } from './facts.js';
import { type DeathCase, owedIn } from './state.js';

/** The desks of all agencies a death case may ask. */
export type DeathDesks = Readonly<{
  'enter-death': DeathRegister;
  'delete-residence': DeletionDesk;
  'decide-insurance-funeral': PayerDesk;
  'decide-social-funeral': PayerDesk;
  'decide-merit-funeral': PayerDesk;
  'decide-survivor': PayerDesk;
  'pay-funeral': PaymentDesk;
  'pay-merit-lump': PaymentDesk;
  'pay-survivor': PaymentDesk;
  'stop-merit-allowance': AllowanceDesk;
  'stop-social-allowance': AllowanceDesk;
  'stop-pension': AllowanceDesk;
  'tell-residence': Told;
  'tell-insurance': Told;
  'tell-population': Told;
}>;

type File = OpenFile<DeathEvent>;

/** Nothing is asked in a case before it is opened, so its declaration always stands there. */
const declarationIn = ({ events }: File): DeathDeclaration =>
  (events.find(({ type }) => type === 'Applied') as Extract<DeathEvent, { type: 'Applied' }>).declaration;

const communeOf = ({ authorities }: DeathDeclaration, leg: DeathLeg): string => authorities[leg] ?? authorities.death;

const DECEASED = ['deceased'] as const;
const FAMILY = ['deceased', 'applicant', 'payee'] as const;

const deathToEnter = (file: File): DeathToEnter => {
  const declaration = declarationIn(file);
  return { diedOn: declaration.diedOn, commune: communeOf(declaration, 'death'), people: file.people };
};

const residenceToDelete = (file: File): ResidenceToDelete => {
  const declaration = declarationIn(file);
  return { diedOn: declaration.diedOn, commune: communeOf(declaration, 'residence'), people: file.people };
};

const allowanceToStop = (file: File): AllowanceToStop => {
  const declaration = declarationIn(file);
  return { diedOn: declaration.diedOn, commune: communeOf(declaration, 'funeral'), people: file.people };
};

const change = (file: File): Change => {
  const { people } = file;
  const cause = lastChange(file, ({ type }) => type === 'CorrectionRegistered' || type === 'DeathRegistered');
  return cause?.type === 'CorrectionRegistered'
    ? { what: 'correction', fields: cause.fields, people }
    : { what: 'death', fields: ['deceased.diedOn'], people };
};

/** The doors of a death case, under a book: a payer is told what the law gives by our reckoning, as known on that day. */
export const deathDoors = (
  desks: DeathDesks,
  book: LawBook,
  today: () => PlainDate,
): Readonly<Record<DeathPurpose, Door<DeathEvent>>> => {
  const { initial, evolve } = deathCase(book);
  const caseOf = (events: readonly DeathEvent[]): DeathCase => fold({ initial, evolve }, events);

  const toDecide =
    (leg: 'funeral' | 'survivor', payer: Payer) =>
    (file: File): BenefitToDecide => {
      const declaration = declarationIn(file);
      const facts: FuneralFacts & SurvivorFacts = factsOf(book, caseOf(file.events));
      const rules = leg === 'funeral' ? funeralRules : survivorRules;
      const { awards } = rules.entitlement(book, facts, today());
      return {
        diedOn: declaration.diedOn,
        commune: communeOf(declaration, leg),
        payer,
        awards: awards.filter((award) => award.payer === payer),
        people: file.people,
      };
    };

  /** What was outstanding when it was asked to be paid. */
  const toPay =
    (benefit: BenefitName) =>
    (file: File): BenefitToPay => {
      const declaration = declarationIn(file);
      const then = caseOf(file.events.slice(0, firstIntended(file.events, file.request)));
      const { payer = 'social-insurance' } = { ...then.funeral.decided, ...then.survivor.decided }[benefit] ?? {};
      const { payee } = then.payments;
      return {
        benefit,
        payer,
        amount: outstanding(then.payments, owedIn(then), benefit),
        channel: payee === 'none' ? 'cash' : payee,
        commune: communeOf(declaration, benefit === 'survivor' ? 'survivor' : 'funeral'),
        people: file.people,
      };
    };

  return {
    'enter-death': door(desks['enter-death'], ['deceased', 'applicant'], deathToEnter, plain),
    'delete-residence': door(desks['delete-residence'], DECEASED, residenceToDelete, plain),
    'decide-insurance-funeral': door(
      desks['decide-insurance-funeral'],
      FAMILY,
      toDecide('funeral', 'social-insurance'),
      plain,
    ),
    'decide-social-funeral': door(
      desks['decide-social-funeral'],
      FAMILY,
      toDecide('funeral', 'social-protection'),
      plain,
    ),
    'decide-merit-funeral': door(desks['decide-merit-funeral'], FAMILY, toDecide('funeral', 'merit'), plain),
    'decide-survivor': door(
      desks['decide-survivor'],
      [...FAMILY, 'relative'],
      toDecide('survivor', 'social-insurance'),
      plain,
    ),
    'pay-funeral': door(desks['pay-funeral'], ['payee'], toPay('funeral'), plain),
    'pay-merit-lump': door(desks['pay-merit-lump'], ['payee'], toPay('merit-lump'), plain),
    'pay-survivor': door(desks['pay-survivor'], ['payee'], toPay('survivor'), plain),
    'stop-merit-allowance': door(desks['stop-merit-allowance'], DECEASED, allowanceToStop, plain),
    'stop-social-allowance': door(desks['stop-social-allowance'], DECEASED, allowanceToStop, plain),
    'stop-pension': door(desks['stop-pension'], DECEASED, allowanceToStop, plain),
    'tell-residence': door(desks['tell-residence'], DECEASED, change, plain),
    'tell-insurance': door(desks['tell-insurance'], DECEASED, change, plain),
    'tell-population': door(desks['tell-population'], DECEASED, change, plain),
  };
};
