/** Whose consent a lodging needs (ý kiến đồng ý của chủ hộ, chủ sở hữu, cha mẹ), as the law of the day lists them. */
import type { LawInForce } from '../law/dated.js';
import { provision } from '../law/index.js';
import type { Consenter } from '../law/parameters/residence.js';
import type { PermanentResidence, ResidenceFacts } from './state.js';

/** Everyone whose consent is needed, in the order the provisions name them. */
export const consentersNeeded = ({ lodging, parentsApart }: ResidenceFacts, law: LawInForce): readonly Consenter[] => {
  if (lodging === null) return [];
  const household = lodging.owned === 'own' ? [] : (law.row(provision.consentToResidence)?.value ?? []);
  const withOne = (lodging.with === 'mother' || lodging.with === 'father') && parentsApart;
  const parents = lodging.with === 'other' || withOne ? (law.row(provision.parentsConsent)?.value ?? []) : [];
  return [...household, ...parents];
};

/** Those who have not consented yet, or whose time to do so ran out. */
export const consentsMissing = (
  own: PermanentResidence,
  facts: ResidenceFacts,
  law: LawInForce,
): readonly Consenter[] => consentersNeeded(facts, law).filter((from) => own.consents[from] !== 'given');
