/**
 * A case as it is compared with the registers (hồ sơ đem đối soát): its person, from blocks that the caller has opened, and what
 * the journal says was done where. State holds no personal data, so both are handed in.
 */
import type { LegName } from '../application/index.js';
import type { BenefitName } from '../benefit/index.js';
import type { JsonObject, JsonValue } from '../evidence/canonical.js';
import type { Personal } from '../kernel/index.js';
import { type BirthCase, outcomeOf as birthOutcome } from '../linked/birth-case/index.js';
import { type DeathCase, outcomeOf as deathOutcome, owedIn } from '../linked/death-case/index.js';
import { type MonthlyAllowance, PAYING } from '../payment/index.js';
import { type Ledger, type OpenRequest, ofPurpose, type Purpose } from '../requests/index.js';
import type { PersonName } from '../values/person-name.js';
import type { PlainDate } from '../values/plain-date.js';
import type { ParentFacts, PersonFacts } from './person.js';
import type { RegisterName } from './register-record.js';

/** `none`: not asked for, withdrawn, refused, not reached. `request`: the last one made for it. */
export type Step = Readonly<{ standing: 'done' | 'open' | 'none'; request?: OpenRequest }>;
export type Money = Readonly<{ owed: number; paid: number; request?: OpenRequest }>;

export type KnownCase = Readonly<{
  group: 'birth' | 'death';
  caseId: string;
  person: PersonFacts;
  registeredOn: PlainDate | null;
  /** The birth, or the death. */
  happenedOn: PlainDate | null;
  /** What the journal says of each register that it had to do with. */
  steps: Readonly<Partial<Record<RegisterName, Step>>>;
  money: Readonly<Partial<Record<BenefitName, Money>>>;
  /** What the deceased drew each month: `done` once it was stopped. */
  allowances: readonly (Step & Readonly<{ allowance: MonthlyAllowance }>)[];
}>;

/** A case with its opened blocks, the oldest first. */
export type CaseToCompare = Readonly<{ caseId: string; personal: readonly Personal[] }> &
  (Readonly<{ group: 'birth'; state: BirthCase }> | Readonly<{ group: 'death'; state: DeathCase }>);

const blockOf = (personal: readonly Personal[], subject: string): JsonObject =>
  Object.assign({}, ...personal.map((each) => each[subject] ?? {})) as JsonObject;

const textIn = (value: JsonValue | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
const nameIn = ({ name }: JsonObject): PersonName | undefined =>
  typeof name === 'object' && name !== null ? (name as unknown as PersonName) : undefined;
const communeIn = (value: JsonValue | undefined): string | undefined =>
  typeof value === 'object' && value !== null ? textIn((value as JsonObject)['commune']) : undefined;

/** The last number counts; those before it were replaced. */
const numbersIn = (personal: readonly Personal[], subject: string): Pick<PersonFacts, 'number' | 'formerNumbers'> => {
  const numbers = [...new Set(personal.flatMap((each) => textIn(each[subject]?.['personalNumber']) ?? []))];
  const number = textIn(blockOf(personal, subject)['personalNumber']);
  const former = numbers.filter((one) => one !== number);
  return { ...(number !== undefined && { number }), ...(former.length > 0 && { formerNumbers: former }) };
};

const named = (block: JsonObject): Pick<PersonFacts, 'name'> => {
  const name = nameIn(block);
  return name === undefined ? {} : { name };
};

const parentIn = (personal: readonly Personal[], who: 'mother' | 'father'): ParentFacts | undefined => {
  const block = blockOf(personal, who);
  const number = textIn(block['personalNumber']);
  const facts = { ...named(block), ...(number !== undefined && { number }) };
  return Object.keys(facts).length === 0 ? undefined : facts;
};

const lastOf = (ledger: Ledger, purpose: Purpose): Readonly<{ request?: OpenRequest }> => {
  const request = ofPurpose(ledger, purpose).at(-1);
  return request === undefined ? {} : { request };
};

const stepOf = (chosen: boolean, outcome: string | undefined, ledger: Ledger, purpose: Purpose): Step => ({
  standing: outcome === 'done' ? 'done' : chosen && outcome === undefined ? 'open' : 'none',
  ...lastOf(ledger, purpose),
});

const childIn = (state: BirthCase, personal: readonly Personal[]): PersonFacts => {
  const { declaration } = state.application;
  const child = blockOf(personal, 'child');
  const mother = parentIn(personal, 'mother');
  const father = parentIn(personal, 'father');
  const commune = communeIn(child['lodging']) ?? declaration?.authorities.birth;
  return {
    ...numbersIn(personal, 'child'),
    ...named(child),
    ...(mother !== undefined && { mother }),
    ...(father !== undefined && { father }),
    ...(commune !== undefined && { commune }),
    ...(declaration !== null && {
      bornOn: declaration.bornOn,
      birthOrder: declaration.birthOrder,
      ...(declaration.sex !== 'undetermined' && { sex: declaration.sex }),
    }),
  };
};

const knownBirth = (caseId: string, state: BirthCase, personal: readonly Personal[]): KnownCase => {
  const { application, registration, requests } = state;
  const legs: readonly LegName[] = application.declaration?.legs ?? [];
  const entry = registration.registration;
  const step = (leg: 'residence' | 'card', purpose: Purpose): Step =>
    stepOf(legs.includes(leg), legs.includes(leg) ? birthOutcome(state, leg) : undefined, requests, purpose);
  return {
    group: 'birth',
    caseId,
    person: childIn(state, personal),
    registeredOn: entry.status === 'registered' ? entry.on : null,
    happenedOn: application.declaration?.bornOn ?? null,
    steps: {
      'civil-status-birth': stepOf(true, entry.status === 'registered' ? 'done' : 'none', requests, 'enter-birth'),
      population: stepOf(
        true,
        registration.personalNumber === 'assigned' ? 'done' : 'none',
        requests,
        'assign-personal-number',
      ),
      residence: step('residence', 'register-residence'),
      'health-card': step('card', 'issue-card'),
    },
    money: {},
    allowances: [],
  };
};

const deceasedIn = (state: DeathCase, personal: readonly Personal[]): PersonFacts => {
  const block = blockOf(personal, 'deceased');
  const { bornOn, birthYear, sex } = block;
  const commune = communeIn(block['lastResidence']) ?? state.application.declaration?.lastResidence;
  return {
    ...numbersIn(personal, 'deceased'),
    ...named(block),
    ...(typeof bornOn === 'string' && { bornOn: bornOn as PlainDate }),
    ...(typeof birthYear === 'number' && { birthYear }),
    ...(typeof sex === 'string' && { sex }),
    ...(commune !== undefined && { commune }),
  };
};

const STOPPING: Readonly<Record<MonthlyAllowance, Purpose>> = {
  merit: 'stop-merit-allowance',
  social: 'stop-social-allowance',
  pension: 'stop-pension',
};

const knownDeath = (caseId: string, state: DeathCase, personal: readonly Personal[]): KnownCase => {
  const { application, registration, deletion, payments, requests } = state;
  const legs: readonly LegName[] = application.declaration?.legs ?? [];
  const entry = registration.registration;
  const asked = legs.includes('residence');
  const ended = asked ? deathOutcome(state, 'residence') : undefined;
  const deleted = ended === 'done' && deletion.outcome !== 'deleted' ? 'nothing-to-delete' : ended;
  return {
    group: 'death',
    caseId,
    person: deceasedIn(state, personal),
    registeredOn: entry.status === 'registered' ? entry.on : null,
    happenedOn: application.declaration?.diedOn ?? null,
    steps: {
      'civil-status-death': stepOf(true, entry.status === 'registered' ? 'done' : 'none', requests, 'enter-death'),
      residence: stepOf(asked, deleted, requests, 'delete-residence'),
    },
    money: Object.fromEntries(
      Object.entries(owedIn(state)).map(([benefit, owed]) => {
        const name = benefit as BenefitName;
        return [name, { owed, paid: payments.paid[name] ?? 0, ...lastOf(requests, PAYING[name]) }];
      }),
    ),
    allowances: (application.declaration?.allowances ?? []).map((allowance) => ({
      allowance,
      standing: payments.stopped.includes(allowance) ? 'done' : 'open',
      ...lastOf(requests, STOPPING[allowance]),
    })),
  };
};

export const knownCase = (one: CaseToCompare): KnownCase =>
  one.group === 'birth'
    ? knownBirth(one.caseId, one.state, one.personal)
    : knownDeath(one.caseId, one.state, one.personal);
