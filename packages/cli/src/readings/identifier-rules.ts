/** What the law of one day says about identifiers, in the shape in which the values ask for it. */
import {
  type HealthCardForm,
  type HealthCardRules,
  type PersonalNumberCodes,
  personalNumberCodes,
  provincesBefore2025,
  provincesSince2025,
} from '@lienthong/core';
import { type LawInForce, provision } from '@lienthong/core/law';

const forms: Readonly<Record<'TE-15' | 'digits-10' | 'personal-number', HealthCardForm>> = {
  'TE-15': 'fifteen-characters',
  'digits-10': 'ten-digits',
  'personal-number': 'personal-number',
};

export const numberCodes = (law: LawInForce): PersonalNumberCodes => {
  const merged = law.row(provision.provinceCodes);
  return personalNumberCodes({
    places: law.row(provision.personalNumberPlaces)?.value ?? [],
    ...(merged === undefined ? {} : { merged: { provinces: merged.value, since: merged.from } }),
    firstCentury: law.row(provision.personalNumberStructure)?.value.firstCentury ?? 20,
  });
};

/** Cards outlive the codes they were numbered with, so the codes of both lists are known. */
export const cardRules = (law: LawInForce): HealthCardRules => ({
  forms: (law.row(provision.cardNumberForm)?.value ?? []).map((form) => forms[form]),
  child: law.row(provision.cardPrefix)?.value ?? { group: '', level: '' },
  provinces: [...new Set([...provincesBefore2025, ...provincesSince2025].map(({ code }) => code))],
  personalNumber: numberCodes(law),
});
