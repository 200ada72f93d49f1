/**
 * The civil status register (hộ tịch) and the population database (dân cư) over HTTP, and the notices of health facilities that
 * come in.
 *
 * - `civilStatusDesks(line, inbox?)` and `populationDesks(line, inbox?)` are the desks that a courier asks, those of births and
 *   those of deaths apart: `{ births: {'enter-birth'}, deaths: {'enter-death'} }`. With an inbox they collect what was called
 *   back; without one they poll.
 * - `fetchExtract(line, { book, number })` brings the signed electronic extract of an entry: bytes whose digest was checked.
 * - `noticeReceiver(options)` answers `POST /notices/births` and `POST /notices/deaths` of health facilities. Each notice is
 *   signed by the facility it speaks for (RFC 9421), and becomes a command whose id follows from facility, paper and content:
 *   202 when it was recorded now, 204 when it stood there already, and the law's no as a problem (RFC 9457) with its refusals.
 *
 * The contracts themselves are at `./wire`, with their OpenAPI 3.1 documents; `./serve` speaks them from the other side.
 */

export type { ReceivingOptions, Recorded, SayRefusal, SignerKeys } from '@lienthong/adapters-http/receive';
export { type CivilStatusDesks, civilStatusDesks, type PopulationDesks, populationDesks } from './desks.js';
export { type EntryPlace, fetchExtract, type SignedExtract } from './extract.js';
export { birthNoticeOrder, deathNoticeOrder, type NoticeOrder } from './notices/orders.js';
export { type NoticeReceiverOptions, noticeReceiver } from './notices/receiver.js';
