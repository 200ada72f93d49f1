/** The civil status register as a server (sổ hộ tịch trên mạng): its desks, and the extracts it gives out. */
import {
  jsonAnswer,
  problemAnswer,
  type ServedAgency,
  type ServeOptions,
  serveAgency,
  stopAt,
} from '@lienthong/adapters-http/serve';
import type { JsonValue } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { accept, fields, type Received } from '@lienthong/core/received';
import { Hono } from 'hono';
import type { CivilStatusDesks } from '../desks.js';
import type { EntryPlace } from '../extract.js';
import { civilStatusOpenApi, civilStatusWire } from '../wire/agencies.js';
import { EXTRACTS, NO_SUCH_EXTRACT } from '../wire/extract-path.js';
import { book, numberInBook } from '../wire/parts.schema.js';
import { enterBirth, enterDeath } from '../wire/purposes.js';
import { type ExtractStore, extractStore } from './extract-store.js';

export type CivilStatusServeOptions = ServeOptions & Readonly<{ extracts?: ExtractStore }>;

const entryPlace: Received<EntryPlace> = fields({ book, number: numberInBook });

const giveOut = (extracts: ExtractStore, { searchParams }: URL): Response => {
  const place = accept(entryPlace, { book: searchParams.get('book'), number: Number(searchParams.get('number')) });
  if (E.isLeft(place)) return problemAnswer('bad-input', 400, 'This does not read', place.left);
  const found = extracts.find(place.right);
  return found === undefined
    ? problemAnswer(NO_SUCH_EXTRACT, 404, 'No extract stands under that number')
    : jsonAnswer(200, found as unknown as JsonValue);
};

export const serveCivilStatus = (
  { births, deaths }: CivilStatusDesks,
  options: CivilStatusServeOptions = {},
): ServedAgency => {
  const { extracts = extractStore(), ...rest } = options;
  const served = serveAgency(
    civilStatusWire,
    { [enterBirth.path]: births['enter-birth'], [enterDeath.path]: deaths['enter-death'] },
    rest,
  );
  const tokenPath = rest.login && (rest.login.path ?? '/oauth/token');
  const document = civilStatusOpenApi(tokenPath === undefined ? {} : { tokenPath });
  const app = new Hono();
  app.onError(() => problemAnswer('fault', 500, 'Something went wrong'));
  app.get('/openapi.json', () => jsonAnswer(200, document));
  app.get(
    EXTRACTS,
    async ({ req }) =>
      (await stopAt(served, `${enterBirth.path}/none`, rest, req.raw)) ?? giveOut(extracts, new URL(req.url)),
  );
  app.all('*', ({ req }) => served.fetch(req.raw));
  return { ...served, fetch: async (request) => app.fetch(request) };
};
