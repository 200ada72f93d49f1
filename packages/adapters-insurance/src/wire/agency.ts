/** Social insurance as one address (bảo hiểm xã hội): all it is asked, and its OpenAPI document. */
import { type AgencyWire, openApiOf } from '@lienthong/adapters-http/wire';
import type { JsonObject } from '@lienthong/core/evidence';
import {
  decideFuneral,
  decideSurvivor,
  issueCard,
  paySurvivor,
  stopPension,
  tellOfBirth,
  tellOfDeath,
} from './purposes.js';

export const insuranceWire: AgencyWire = {
  agency: 'social-insurance',
  title: 'Social insurance (bảo hiểm xã hội)',
  version: '1.0.0',
  purposes: [issueCard, tellOfBirth, tellOfDeath, decideFuneral, decideSurvivor, paySurvivor, stopPension],
};

/** The contract with social insurance, as OpenAPI 3.1. */
export const insuranceOpenApi = (): JsonObject => openApiOf(insuranceWire);
