export {
  type HealthCardForm,
  type HealthCardNumber,
  type HealthCardParts,
  type HealthCardProblem,
  type HealthCardReading,
  type HealthCardRules,
  healthCardNumber,
  readHealthCardNumber,
} from './health-card-number.js';
export { type Malformed, malformed } from './malformed.js';
export { type Dong, displayDong, dong, sumOfDong, timesDong } from './money.js';
export {
  displayName,
  type NamePart,
  nameInOneLine,
  nameKey,
  namePart,
  type PersonName,
  personName,
  searchKey,
  TECHNICAL_LIMIT_OF_A_NAME_PART,
} from './person-name.js';
export {
  type CenturyDigit,
  type PersonalNumber,
  type PersonalNumberCodes,
  type PersonalNumberMismatch,
  type PersonalNumberParts,
  type PersonalNumberProblem,
  type PersonalNumberReading,
  type PlaceCode,
  personalNumber,
  personalNumberMismatches,
  readPersonalNumber,
  type Sex,
  type SexAtBirth,
} from './personal-number.js';
export { type PersonalNumberLists, personalNumberCodes } from './personal-number-codes.js';
export {
  type Address,
  type AdministrativeUnit,
  type Answering,
  address,
  type CommuneCode,
  communeCode,
  type Gazetteer,
  gazetteer,
  TECHNICAL_LIMIT_OF_A_LINE,
  type UnitKind,
} from './place.js';
export {
  addDays,
  addMonths,
  atInVietnam,
  day,
  dayOf,
  daysBetween,
  type Instant,
  instant,
  inVietnam,
  later,
  msBetween,
  type PlainDate,
  plainDate,
  weekday,
  yearOf,
} from './plain-date.js';
export {
  type ProvinceCodeScheme,
  provinceByCode,
  provinces,
  provincesBefore2025,
  provincesSince2025,
} from './provinces.js';
