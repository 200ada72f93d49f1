/**
 * The residence register and the identity authority, each as one address (một đầu mối): all they are asked, and their OpenAPI
 * documents; and the document of the consents that come in.
 */

import { jsonContent, problem, receiving, schemaOf } from '@lienthong/adapters-http/receive';
import { type AgencyWire, type OpenApiMore, openApiOf } from '@lienthong/adapters-http/wire';
import type { JsonObject } from '@lienthong/core/evidence';
import { consent } from './consent.schema.js';
import { CONSENTS, RESIDENT_LOOK_UPS } from './paths.js';
import {
  deleteResidence,
  issueIdentityCard,
  registerResidence,
  tellResidenceOfBirth,
  tellResidenceOfDeath,
} from './purposes.js';
import { residentAnswer, residentQuestion } from './resident.schema.js';

export const residenceWire: AgencyWire = {
  agency: 'residence-register',
  title: 'Residence register (cơ sở dữ liệu về cư trú)',
  version: '1.0.0',
  purposes: [registerResidence, deleteResidence, tellResidenceOfBirth, tellResidenceOfDeath],
};

export const identityWire: AgencyWire = {
  agency: 'identity-authority',
  title: 'Identity authority (cơ quan quản lý căn cước)',
  version: '1.0.0',
  purposes: [issueIdentityCard],
};

const lookUps: JsonObject = {
  post: {
    operationId: 'lookUpResident',
    summary: 'Where somebody is registered (tra cứu thông tin cư trú); changes nothing, and may be asked again',
    requestBody: { required: true, content: jsonContent(schemaOf(residentQuestion)) },
    responses: {
      200: { description: 'Where the person stands.', content: jsonContent(schemaOf(residentAnswer)) },
      400: problem('A field is not as it should be.'),
    },
  },
};

/** The contract with the residence register, as OpenAPI 3.1. */
export const residenceOpenApi = (more: OpenApiMore = {}): JsonObject =>
  openApiOf(residenceWire, { ...more, paths: { ...more.paths, [RESIDENT_LOOK_UPS]: lookUps } });

/** The contract with the identity authority, as OpenAPI 3.1. */
export const identityOpenApi = (more: OpenApiMore = {}): JsonObject => openApiOf(identityWire, more);

/** What confirms consents for us sends in, as OpenAPI 3.1. */
export const consentsOpenApi = (): JsonObject => ({
  openapi: '3.1.0',
  info: {
    title: 'Consents to a child’s residence (ý kiến đồng ý cho đăng ký thường trú)',
    version: '1.0.0',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  paths: {
    [CONSENTS]: receiving('consent', 'A consent that was confirmed, signed by the system that asked for it', consent),
  },
});
