/**
 * Events of the registers as the standard names them (sự kiện hộ tịch), and those it has no name for: ours stand in an
 * extension context that others may read.
 */
export const REGISTRY_EVENTS = [
  'live-birth',
  'death',
  'correction',
  'number-replaced',
  'residence-registered',
  'card-issued',
  'funeral-benefit-paid',
] as const;
export type RegistryEvent = (typeof REGISTRY_EVENTS)[number];

export const eventCodes: Readonly<Record<RegistryEvent, string>> = {
  'live-birth': 'spdci-common:RegistryEventType:LiveBirth',
  death: 'spdci-common:RegistryEventType:Death',
  correction: 'lienthong:RegistryEventType:RegistrationCorrected',
  'number-replaced': 'lienthong:RegistryEventType:PersonalNumberReplaced',
  'residence-registered': 'lienthong:RegistryEventType:ResidenceRegistered',
  'card-issued': 'lienthong:RegistryEventType:HealthCardIssued',
  'funeral-benefit-paid': 'lienthong:RegistryEventType:FuneralBenefitPaid',
};

export const RECORD_TYPE = 'spdci-extensions-crvs:CRVSPerson';
export const REGISTRY_TYPE = 'ns:org:RegistryType:Civil';

/** `LiveBirth`, `live_birth` and the full name are one. */
const keyOf = (code: string): string => (code.split(':').at(-1) ?? '').toLowerCase().replaceAll(/[^a-z]/g, '');

export const eventNamed = (code: string): RegistryEvent | undefined =>
  REGISTRY_EVENTS.find((event) => keyOf(eventCodes[event]) === keyOf(code)) ??
  (keyOf(code) === 'birth' ? 'live-birth' : undefined);

/** Where the extension is described; a stable name, not an address that must answer. */
export const EXTENSION = 'https://lienthong.example/dci/v1';

/** What our records say beyond the standard's vocabulary, as a JSON-LD context. */
export const extensionContext = {
  '@context': {
    '@vocab': 'https://schema.spdci.org/extensions/crvs/v1/',
    lienthong: `${EXTENSION}/`,
    registration: { '@id': 'lienthong:registration' },
    event_type: { '@id': 'lienthong:eventType' },
    book: { '@id': 'lienthong:book' },
    number: { '@id': 'lienthong:number' },
    commune: { '@id': 'lienthong:commune' },
    registered_on: { '@id': 'lienthong:registeredOn' },
    late: { '@id': 'lienthong:registeredLate' },
    death_date_precision: { '@id': 'lienthong:deathDatePrecision' },
    personal_data: { '@id': 'lienthong:personalData' },
  },
} as const;
