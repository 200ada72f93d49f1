/** Arbitraries for the facts of a death case. */
import type { Personal } from '@lienthong/core';
import type { DeathDeclaration } from '@lienthong/core/death-case';
import { funeralClasses, insuredStates } from '@lienthong/core/law';
import fc from 'fast-check';
import { anyPlainDate } from '../people/index.js';
import { anyCode, anyCount, anyDateOrNone, anyPersonalOf, anyRequestOf, oneOf } from './facts.js';

type Funeral = NonNullable<DeathDeclaration['funeral']>;
type Survivors = NonNullable<DeathDeclaration['survivors']>;
type Relative = Survivors['relatives'][number];

export const anyDeathLeg = oneOf('death', 'residence', 'funeral', 'survivor');
export const anyDeathSpan = oneOf('death', 'residence', 'funeral', 'survivor', 'whole');
export const anyDeathRequest = anyRequestOf('enter-death', 'decide-survivor', 'pay-merit-lump', 'tell-population');
export const anyBenefitLeg = oneOf('funeral', 'survivor');
export const anyBenefit = oneOf('funeral', 'merit-lump', 'survivor');
export const anyPayer = oneOf('social-insurance', 'social-protection', 'merit');
export const anyBody = oneOf('commune', 'district', 'province', 'social-insurance');
export const anyRejection = oneOf(
  'NoEntitlement',
  'DoubleBenefit',
  'ConsentMissing',
  'PayeeMissing',
  'DossierIncomplete',
);
export const anyChannel = oneOf('bank', 'cash');
export const anyAllowance = oneOf('merit', 'social', 'pension');
export const anyMode = oneOf('vneid', 'e-statement', 'paper');
export const anyRecord = oneOf('book', 'population');
export const anyFuneralClass = oneOf(...funeralClasses);
export const anyDeathRefusal = oneOf(
  'OutOfScope',
  'WrongAuthority',
  'NotResponsiblePerson',
  'DeathEvidenceMissing',
  'DeathAlreadyRegistered',
  'IdentityMismatch',
  'SupplementOverdue',
);

export const anyDeathPersonal: fc.Arbitrary<Personal> = anyPersonalOf(/^(deceased|applicant|payee|relative-[1-9])$/);

/** Whole đồng. */
const anyAmount = anyCount as unknown as fc.Arbitrary<NonNullable<Survivors['pension']>['monthly']>;
const anyPercent = fc.integer({ min: 0, max: 100 });
const anyMonths = fc.integer({ min: 0, max: 1_200 });
const anyHalfYears = fc.integer({ min: 0, max: 160 }).map((halves) => halves / 2);

const insuredFacts = { months: anyMonths, diedOfWork: fc.boolean(), injuryLoss: anyPercent };

const anyClassFacts: fc.Arbitrary<Funeral['classFacts']> = fc.record(
  {
    insured: fc.record({ status: oneOf(...insuredStates), ...insuredFacts }, { requiredKeys: ['status'] }),
    disaster: fc.record({ unclaimedBody: fc.constant(true as const), actualCost: anyAmount }),
    province: oneOf('40', '01'),
  },
  { requiredKeys: [] },
);

/** What a family calls a relative in the open: never a name. */
export const anyRelativeLabel = fc.oneof(
  oneOf('A', 'B2', '7', 'spouse'),
  fc.nat(99).map((n) => `child-${n}`),
);

const means = {
  of: anyRelativeLabel,
  capacityLoss: anyPercent,
  monthlyIncome: anyAmount,
  insuredWork: fc.boolean(),
  withoutCarer: fc.boolean(),
  twoDeaths: fc.boolean(),
};

const anyRelative: fc.Arbitrary<Relative> = fc.oneof(
  fc.record(
    { ...means, kind: fc.constant('child' as const), bornOn: anyDateOrNone },
    { requiredKeys: ['of', 'kind', 'bornOn'] },
  ),
  fc.record(
    {
      ...means,
      kind: oneOf('spouse', 'parent', 'parent-in-law', 'other'),
      bornOn: anyPlainDate,
      sex: oneOf('female', 'male'),
      supported: fc.boolean(),
    },
    { requiredKeys: ['of', 'kind', 'bornOn', 'sex'] },
  ),
);

const anySurvivors: fc.Arbitrary<Survivors> = fc.record(
  {
    deceased: fc.record({ insured: oneOf(...insuredStates), ...insuredFacts }, { requiredKeys: [] }),
    relatives: fc.array(anyRelative, { maxLength: 5 }),
    prefer: oneOf('monthly', 'lump-sum'),
    contributions: fc.record({ averageSalary: anyAmount, yearsBefore: anyHalfYears, yearsSince: anyHalfYears }),
    pension: fc.record({ monthly: anyAmount, monthsDrawn: anyMonths }),
  },
  { requiredKeys: ['deceased', 'relatives', 'prefer'] },
);

const anyEvidence: fc.Arbitrary<DeathDeclaration['evidence']> = fc.oneof(
  fc.record({ kind: fc.constant('notice' as const), code: anyCode, form: anyCode, issuedOn: anyPlainDate }),
  fc.record({
    kind: oneOf(
      'execution-record',
      'court-decision',
      'police-record',
      'forensic-result',
      'commune-confirmation',
      'old-papers',
      'none',
    ),
  }),
);

export const anyDeathDeclarationFacts: fc.Arbitrary<DeathDeclaration> = fc.record(
  {
    legs: fc.uniqueArray(anyDeathLeg, { minLength: 1, maxLength: 4 }),
    diedOn: anyPlainDate,
    precision: oneOf('day', 'month', 'year'),
    diedAt: oneOf('facility', 'home', 'elsewhere'),
    evidence: anyEvidence,
    longPast: fc.boolean(),
    foreignElement: fc.boolean(),
    lastResidence: anyCode,
    placeOfDeath: anyCode,
    declarant: oneOf('spouse', 'child', 'parent', 'relative', 'agency', 'authorised', 'officer'),
    feeExempt: fc.option(oneOf('poor', 'disabled', 'merit-family'), { nil: null }),
    copies: fc.nat(100),
    authorities: fc.record(
      { death: anyCode, residence: anyCode, funeral: anyCode, survivor: anyCode },
      { requiredKeys: ['death'] },
    ),
    funeral: fc.option(
      fc.record({
        classes: fc.uniqueArray(anyFuneralClass, { minLength: 1 }),
        classFacts: anyClassFacts,
        meritAllowance: fc.option(anyCount, { nil: null }),
      }),
      { nil: null },
    ),
    survivors: fc.option(anySurvivors, { nil: null }),
    allowances: fc.uniqueArray(anyAllowance),
    payee: fc.option(anyChannel, { nil: null }),
    channel: oneOf('desk', 'national-portal', 'vneid'),
    delivery: oneOf('electronic', 'desk', 'post'),
    claim: fc.stringMatching(/^[0-9a-f]{64}$/),
  },
  {
    requiredKeys: [
      'legs',
      'diedOn',
      'precision',
      'diedAt',
      'evidence',
      'longPast',
      'foreignElement',
      'placeOfDeath',
      'declarant',
      'feeExempt',
      'copies',
      'authorities',
      'funeral',
      'survivors',
      'allowances',
      'payee',
      'channel',
      'delivery',
      'claim',
    ],
  },
);
