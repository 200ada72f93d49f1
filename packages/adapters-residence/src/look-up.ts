/**
 * Verifying where somebody is registered (tra cứu, xác minh thông tin cư trú). It is posted, so that nobody stands in an
 * address or a log of addresses; it changes nothing, so it is asked again freely.
 */
import type { Line } from '@lienthong/adapters-http';
import { type Fault, unavailable } from '@lienthong/core';
import { E, pipe, TE } from '@lienthong/core/fp';
import { accept } from '@lienthong/core/received';
import { RESIDENT_LOOK_UPS } from './wire/paths.js';
import { type ResidentAnswer, type ResidentQuestion, residentAnswer } from './wire/resident.schema.js';

export const lookUpResident = (line: Line, { person }: ResidentQuestion): TE.TaskEither<Fault, ResidentAnswer> =>
  pipe(
    line.call({
      purpose: 'look-up-resident',
      method: 'POST',
      path: RESIDENT_LOOK_UPS,
      body: { person },
      repeatable: true,
    }),
    TE.mapLeft(
      (problem): Fault => (problem.kind === 'OutcomeUnknown' ? unavailable(line.agency, 'unreachable', true) : problem),
    ),
    TE.flatMapEither(({ body }) =>
      E.mapLeft((): Fault => unavailable(line.agency, 'malformed-answer', true))(accept(residentAnswer, body)),
    ),
  );
