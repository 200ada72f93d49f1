/** Every parameter of the law, by the name rules use: `provision.proofOfBirth`. */
export { escalation, lateApology, requestToAgency, writtenRefusal } from './parameters/apology.js';
export {
  allowanceEnds,
  benefitDecision,
  benefitEndorsement,
  benefitPaid,
  benefitPapers,
  benefitRouting,
  benefitTopUp,
  funeralOrganiser,
  oneFuneralBenefit,
  survivorConsent,
} from './parameters/benefit-procedure.js';
export {
  birthNotice,
  communeLevel,
  competentCommune,
  contentFromParents,
  dataOverPapers,
  declarants,
  fatherUndetermined,
  oneRegistration,
  permittedName,
  proactiveRegistration,
  proofOfBirth,
  proxyFiling,
  registrableAfterHours,
} from './parameters/birth-registration.js';
export { competence } from './parameters/competence.js';
export { correction, prevailingRecord } from './parameters/corrections.js';
export { deathCompetence } from './parameters/death-competence.js';
export {
  feeBenefit,
  feeDeathLate,
  feeDeathOnTime,
  feeResidenceDeletion,
} from './parameters/death-fees.js';
export {
  deathDeclarationForm,
  deathFilingChannels,
  deathNotice,
  deathNoticeForm,
  deathOutOfScopeForeign,
  deathScope,
  deathSupplementFields,
  stopNotice,
} from './parameters/death-filing.js';
export {
  deathBundles,
  deathCutOff,
  deathCutOffReach,
  deathLegOrder,
  deathProcedureCode,
} from './parameters/death-group.js';
export {
  deathCompetentCommune,
  deathDeclarants,
  deathDrafterIsNotSigner,
  deathEntry,
  deathEvidence,
  deathExtractForm,
  deathFeeDuty,
  deathHelpAnywhere,
  deathLock,
} from './parameters/death-registration.js';
export {
  deathDutyBearers,
  limitDeath,
  limitDeathNotice,
  limitDeathSupplement,
  limitDeathWhole,
  limitDeclaringDeath,
  limitEmployerForwarding,
  limitExtractCopies,
  limitFuneralInsurance,
  limitFuneralMerit,
  limitFuneralSocial,
  limitInsuranceFiling,
  limitRelativesConsent,
  limitResidenceDeletion,
} from './parameters/death-time-limits.js';
export {
  drafterIsNotSigner,
  electronicExtractSignature,
  extractSlots,
  extractValue,
  resultDelivery,
  signatureAlgorithms,
} from './parameters/extract.js';
export { feeCopy, feeLate, feeOnTime, feeResidence, feeWaiver, sanctionLateResidence } from './parameters/fees.js';
export {
  funeralCombining,
  funeralDisaster,
  funeralInBundle,
  funeralMerit,
  funeralPayers,
  funeralReservedMonths,
  funeralSocialFacility,
  funeralSocialInsurance,
  funeralSocialPension,
  funeralSocialProtection,
  funeralTies,
  funeralUnclaimedBody,
  funeralVeteran,
  funeralVoluntaryMonths,
  funeralWithoutMonths,
  meritAfterInsurance,
  meritHighest,
  socialPensionAfterInsurance,
  socialPensionApplicants,
  socialPensionHighest,
  socialProtectionAfterInsurance,
  socialProtectionHighest,
  veteranHighest,
  veteranLast,
} from './parameters/funeral.js';
export {
  allowanceStops,
  meritPaymentList,
  socialPaymentList,
} from './parameters/funeral-payment.js';
export {
  closedApplication,
  declarationForm,
  filingChannels,
  groupScope,
  hub,
  independentLegs,
  legOrder,
  legsOnOffer,
  procedureCode,
  withdrawal,
} from './parameters/group.js';
export {
  areaDataShared,
  cardComplete,
  cardNumberForm,
  cardPrefix,
  cardReturnUpstream,
  cardValidity,
  careWithoutCard,
  electronicCard,
  firstCard,
} from './parameters/health-card.js';
export { identityCardAlone, identityCardOnRequest } from './parameters/identity-card.js';
export {
  outOfScopeAge,
  outOfScopeBorderArea,
  outOfScopeCollectiveHousehold,
  outOfScopeFatherAcknowledged,
  outOfScopeForeignParent,
  outOfScopeFoundling,
  outOfScopeLaterCard,
  outOfScopeStillbirth,
  outOfScopeSurrogacy,
} from './parameters/out-of-scope.js';
export {
  birthEntryContent,
  personalDataAccess,
  personalDataErasure,
  personalDataInUse,
  personalDataOfEntry,
  personalDataRetention,
  personalDataSensitive,
} from './parameters/personal-data.js';
export {
  personalNumberFields,
  personalNumberHold,
  personalNumberPlaces,
  personalNumberReplacement,
  personalNumberStructure,
  provinceCodes,
  registrationWithoutNumber,
} from './parameters/personal-number.js';
export {
  cutOff,
  cutOffReach,
  deskHours,
  dossierReceipt,
  earlyResult,
  firstDayNotCounted,
  forwarding,
  hoursFromMoment,
  lastDayRolls,
  shownStatus,
} from './parameters/receipt.js';
export {
  baseSalary,
  meritStandard,
  provincialSocialPension,
  provincialSocialStandard,
  referenceLevel,
  socialPension,
  socialStandard,
} from './parameters/reference-values.js';
export {
  bannedPlaces,
  consentModes,
  consentToResidence,
  lawfulPlace,
  lodgingProof,
  parentsApart,
  parentsConsent,
  parentsPlaceThoughAway,
  rentedLodging,
  residenceDecision,
  verification,
} from './parameters/residence.js';
export {
  deletionBegins,
  deletionCompletesRecord,
  deletionGround,
  deletionUpdates,
} from './parameters/residence-deletion.js';
export {
  afterSupplement,
  lateFinding,
  supplementDuty,
  supplementRounds,
  supplementTime,
} from './parameters/supplement.js';
export { escalationRules, supportCompetence } from './parameters/support.js';
export {
  lumpSumChoice,
  lumpSumOfPension,
  lumpSumOfWork,
  lumpSumToHeirs,
  meritLump,
  retirementAge,
  survivorGround,
  survivorMeans,
  survivorMonthly,
  survivorRelatives,
} from './parameters/survivor.js';
export {
  dutyBearers,
  limitAskingHomeBirthNotice,
  limitBirth,
  limitBirthNotice,
  limitCard,
  limitCardAlone,
  limitCardRejection,
  limitCorrection,
  limitDeclaringBirth,
  limitDeclaringResidence,
  limitDefault,
  limitHomeBirthNotice,
  limitIdentityCard,
  limitIdentityCardAlone,
  limitNoticeReissue,
  limitResidence,
  limitResidenceAlone,
  limitWhole,
} from './parameters/time-limits.js';
