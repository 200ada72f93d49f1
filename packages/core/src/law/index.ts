/** What others may use of the law. Rules name provisions: `provision.proofOfBirth`. */
export { type Act, type ActKind, acts } from './acts.js';
export { allParameters, lawBook, rowHash } from './book.js';
export {
  type Counted,
  calendarDaysAfter,
  countsFrom,
  hoursAfter,
  type Step,
  type StepCode,
  workingDaysAfter,
  workingDaysBetween,
  workingHoursAfter,
} from './calendar/counting.js';
export { coveredYears, type SpecialDay, specialDays, weeklyRest } from './calendar/holidays.js';
export {
  type CalendarDay,
  type DayKind,
  type WorkingCalendar,
  withDays,
  withSaturdays,
  workingCalendar,
} from './calendar/working-calendar.js';
export type {
  Citation,
  Confidence,
  LawBook,
  LawDate,
  LawInForce,
  LawSetId,
  Parameter,
  Provision,
  Row,
} from './dated.js';
export {
  type Circumstances,
  type Deadline,
  deadline,
  effectiveReceipt,
  limitEnds,
  receipt,
  type Start,
  type Term,
  undated,
  weakest,
} from './deadline.js';
export { explainCitation, explainConfidence, explainStep, type Language } from './explain.js';
export {
  benefitLawOf,
  calendarOf,
  currentLawOf,
  documentLawOf,
  feeLawOf,
  filingLawOf,
  procedureLawOf,
} from './governing.js';
export { type AnyLeg, birthGroup, deathGroup, type GroupLaw } from './group-law.js';
export {
  type LawPack,
  type PackDraft,
  type PackSignature,
  packPayload,
  readLawPack,
  type VerifySignature,
  verifyPack,
  withPacks,
} from './pack.js';
export type { Apology } from './parameters/apology.js';
export type { BenefitPaper, BenefitPapers, SurvivorConsent } from './parameters/benefit-procedure.js';
export type { BirthNotice, Competence, NameRule, Proof } from './parameters/birth-registration.js';
export type { Competences } from './parameters/competence.js';
export type { DeathScope } from './parameters/death-filing.js';
export type { DeathBundles, DeathLeg, DeathLegOrder } from './parameters/death-group.js';
export type {
  DeathDeclarant,
  DeathEvidence,
  DeathExtractForm,
  DeathFeeDuty,
  FeeExemption,
} from './parameters/death-registration.js';
export { deathRulebooks, deathRulebooksInForce } from './parameters/death-rulebooks.js';
export type { Chain, DecidingBody } from './parameters/death-time-limits.js';
export type { Algorithm, Delivery, Slot, SlotRole } from './parameters/extract.js';
export type { Fee } from './parameters/fees.js';
export {
  type ActualCost,
  type Combining,
  type FuneralClass,
  type FuneralRate,
  funeralClasses,
  type InBundle,
  type Insured,
  insuredStates,
  type Payer,
  type StandingBack,
  type WithoutMonths,
} from './parameters/funeral.js';
export type { MonthlyList } from './parameters/funeral-payment.js';
export type { Channel, GroupScope, Hub, Leg, LegChoices, LegOrder } from './parameters/group.js';
export type { CardNumberForm, CardValidityRule } from './parameters/health-card.js';
export type { Where } from './parameters/out-of-scope.js';
export type { KeptFor, Retention, Sensitivity } from './parameters/personal-data.js';
export type { NumberStructure, ReplacementGround } from './parameters/personal-number.js';
export type { CutOff, DeskHours } from './parameters/receipt.js';
export type { ProvincialValues, Reference, ReferenceValue } from './parameters/reference-values.js';
export type { Consenter, ConsentMode, Verification } from './parameters/residence.js';
export { type Rulebook, rulebooks, rulebooksInForce } from './parameters/rulebooks.js';
export type { EscalationRule, EscalationRules, MatterKind } from './parameters/support.js';
export type {
  LumpSumException,
  LumpSumOfPension,
  LumpSumOfWork,
  RetirementAge,
  SurvivorGround,
  SurvivorMeans,
  SurvivorMonthly,
  SurvivorRelatives,
} from './parameters/survivor.js';
export type { DutyBearer, Limit } from './parameters/time-limits.js';
export * as provision from './provision.js';
export { type ReferenceFound, referenceValue } from './reference-value.js';
export { compareReleases, currentRelease } from './release.js';
