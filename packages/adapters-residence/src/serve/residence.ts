/** The residence register as a server (cơ sở dữ liệu cư trú trên mạng): its desks, and its look-ups. */

import { bytesOf, jsonOf } from '@lienthong/adapters-http/receive';
import {
  jsonAnswer,
  problemAnswer,
  type ServedAgency,
  type ServeOptions,
  serveAgency,
  stopAt,
} from '@lienthong/adapters-http/serve';
import { E } from '@lienthong/core/fp';
import { accept } from '@lienthong/core/received';
import { Hono } from 'hono';
import type { ResidenceDesks } from '../desks.js';
import { residenceOpenApi, residenceWire } from '../wire/agencies.js';
import { RESIDENT_LOOK_UPS } from '../wire/paths.js';
import { deleteResidence, registerResidence, tellResidenceOfBirth, tellResidenceOfDeath } from '../wire/purposes.js';
import { type ResidentAnswer, type ResidentQuestion, residentQuestion } from '../wire/resident.schema.js';

export type ResidenceServeOptions = ServeOptions &
  Readonly<{
    /** Answers look-ups; without it nobody is registered. */
    lookUp?: (question: ResidentQuestion) => ResidentAnswer;
  }>;

const nobody = (): ResidentAnswer => ({ outcome: 'not-registered' });

const answer = async (request: Request, lookUp: (question: ResidentQuestion) => ResidentAnswer): Promise<Response> => {
  const bytes = await bytesOf(request);
  const raw = E.isLeft(bytes) ? bytes : jsonOf(request, bytes.right);
  if (E.isLeft(raw)) return problemAnswer(raw.left.kind, raw.left.status, raw.left.title);
  const question = accept(residentQuestion, raw.right);
  if (E.isLeft(question)) return problemAnswer('bad-input', 400, 'This does not read', question.left);
  return jsonAnswer(200, lookUp(question.right));
};

export const serveResidence = (
  { births, deaths }: ResidenceDesks,
  options: ResidenceServeOptions = {},
): ServedAgency => {
  const { lookUp = nobody, ...rest } = options;
  const served = serveAgency(
    residenceWire,
    {
      [registerResidence.path]: births['register-residence'],
      [deleteResidence.path]: deaths['delete-residence'],
      [tellResidenceOfBirth.path]: births['tell-residence'],
      [tellResidenceOfDeath.path]: deaths['tell-residence'],
    },
    rest,
  );
  const tokenPath = rest.login && (rest.login.path ?? '/oauth/token');
  const document = residenceOpenApi(tokenPath === undefined ? {} : { tokenPath });
  const app = new Hono();
  app.onError(() => problemAnswer('fault', 500, 'Something went wrong'));
  app.get('/openapi.json', () => jsonAnswer(200, document));
  app.post(
    RESIDENT_LOOK_UPS,
    async ({ req }) =>
      (await stopAt(served, `${registerResidence.path}/none`, rest, req.raw)) ?? answer(req.raw, lookUp),
  );
  app.all('*', ({ req }) => served.fetch(req.raw));
  return { ...served, fetch: async (request) => app.fetch(request) };
};
