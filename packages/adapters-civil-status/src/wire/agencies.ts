/**
 * The civil status register and the population database, each as one address (một đầu mối): all they are asked, and their
 * OpenAPI documents; and the document of what comes in from health facilities.
 */

import { jsonContent, problem, receiving, schemaOf } from '@lienthong/adapters-http/receive';
import { type AgencyWire, type OpenApiMore, openApiOf } from '@lienthong/adapters-http/wire';
import type { JsonObject } from '@lienthong/core/evidence';
import { extractWire } from './extract.schema.js';
import { EXTRACTS } from './extract-path.js';
import { birthNotice, deathNotice } from './notice.schema.js';
import { BIRTH_NOTICES, DEATH_NOTICES } from './notice-paths.js';
import { book, numberInBook } from './parts.schema.js';
import {
  assignPersonalNumber,
  enterBirth,
  enterDeath,
  tellPopulationOfBirth,
  tellPopulationOfDeath,
} from './purposes.js';

export const civilStatusWire: AgencyWire = {
  agency: 'civil-status-register',
  title: 'Civil status register (phần mềm đăng ký, quản lý hộ tịch)',
  version: '1.0.0',
  purposes: [enterBirth, enterDeath],
};

export const populationWire: AgencyWire = {
  agency: 'population-database',
  title: 'National population database (cơ sở dữ liệu quốc gia về dân cư)',
  version: '1.0.0',
  purposes: [assignPersonalNumber, tellPopulationOfBirth, tellPopulationOfDeath],
};

const extracts: JsonObject = {
  get: {
    operationId: 'fetchExtract',
    summary: 'The signed electronic extract of an entry (bản điện tử trích lục, giấy khai sinh)',
    parameters: [
      { name: 'book', in: 'query', required: true, schema: schemaOf(book) },
      { name: 'number', in: 'query', required: true, schema: schemaOf(numberInBook) },
    ],
    responses: {
      200: { description: 'The newest version.', content: jsonContent(schemaOf(extractWire)) },
      400: problem('Book or number is not as it should be.'),
      404: problem('No extract stands under that number (`no-such-extract`).'),
    },
  },
};

/** The contract with the civil status register, as OpenAPI 3.1. */
export const civilStatusOpenApi = (more: OpenApiMore = {}): JsonObject =>
  openApiOf(civilStatusWire, { ...more, paths: { ...more.paths, [EXTRACTS]: extracts } });

/** The contract with the population database, as OpenAPI 3.1. */
export const populationOpenApi = (more: OpenApiMore = {}): JsonObject => openApiOf(populationWire, more);

/** What a health facility sends in, as OpenAPI 3.1. */
export const noticesOpenApi = (): JsonObject => ({
  openapi: '3.1.0',
  info: {
    title: 'Notices of health facilities (giấy chứng sinh, giấy báo tử)',
    version: '1.0.0',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  paths: {
    [BIRTH_NOTICES]: receiving(
      'noticeOfBirth',
      'A notice of birth (giấy chứng sinh), signed by the facility',
      birthNotice,
    ),
    [DEATH_NOTICES]: receiving('noticeOfDeath', 'A notice of death (giấy báo tử), signed by the facility', deathNotice),
  },
});
