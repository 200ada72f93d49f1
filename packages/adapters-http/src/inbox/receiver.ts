/**
 * Where agencies call back (điểm nhận phản hồi): checks who signed, over which bytes and how long ago, reads the reply by its
 * wire, keeps it, and only then says so. A repeat is told the same again. Nothing a caller sends makes it throw.
 */
import { E } from '@lienthong/core/fp';
import { readBytes, readJson } from '../line/bounded-body.js';
import { isSigned, type VerifyingOptions } from '../signing/verifying.js';
import { emptyAnswer, problemAnswer } from '../wire/answering.js';
import { NOT_TAKEN } from '../wire/problem.js';
import type { AgencyWire } from '../wire/purpose-wire.js';
import { readRawDelivery, readReply } from '../wire/reply.js';
import { type Inbox, placeOf } from './inbox.js';

export type ReceiverOptions = Readonly<{
  agency: AgencyWire;
  inbox: Inbox;
  /** Whose signatures count, and how old they may be. */
  signatures: VerifyingOptions;
  /** The path under which this handler stands, such as `/callbacks/insurance`. */
  under?: string;
  /** Whether anybody here asked under this key. Without it every key is kept, and the courier counts strangers. */
  knows?: (key: string) => boolean | Promise<boolean>;
  /** The most bytes that are read. */
  bytes?: number;
}>;

const MEGABYTE = 1_000_000;

const receive = async (options: ReceiverOptions, request: Request): Promise<Response> => {
  const { agency, inbox, signatures, under = '', knows, bytes: limit = MEGABYTE } = options;
  const { pathname } = new URL(request.url);
  const wire = agency.purposes.find(({ path }) => pathname === `${under}${path}`);
  if (wire === undefined) return problemAnswer('unknown-path', 404, 'No replies are taken here');
  if (request.method !== 'POST') return problemAnswer(NOT_TAKEN, 405, 'Replies are posted', {}, { allow: 'POST' });
  const bytes = await readBytes(request, limit);
  if (E.isLeft(bytes)) return problemAnswer(NOT_TAKEN, bytes.left === 'cut' ? 400 : 413, 'The body was not read whole');
  if (!(await isSigned(signatures, request, bytes.right))) {
    return problemAnswer('signature-refused', 401, 'The signature, its digest or its age does not do');
  }
  const body = readJson(request.headers.get('content-type'), bytes.right);
  if (body === undefined) return problemAnswer(NOT_TAKEN, 415, 'The body is not JSON');
  const delivery = readRawDelivery(body);
  if (E.isLeft(delivery)) return problemAnswer(NOT_TAKEN, 422, 'The delivery does not read', delivery.left);
  const reply = readReply(wire.answer)(delivery.right.reply);
  if (E.isLeft(reply)) return problemAnswer(NOT_TAKEN, 422, 'The reply does not read', reply.left);
  if (knows !== undefined && !(await knows(delivery.right.key))) {
    return problemAnswer('unknown-key', 404, 'Nobody here asked under this key');
  }
  const kept = await inbox.put(placeOf(agency.agency, wire.path), delivery.right)();
  return E.isLeft(kept) ? problemAnswer(NOT_TAKEN, 503, 'It could not be kept') : emptyAnswer(204);
};

export const inboxReceiver =
  (options: ReceiverOptions) =>
  async (request: Request): Promise<Response> => {
    try {
      return await receive(options, request);
    } catch {
      return problemAnswer(NOT_TAKEN, 500, 'It could not be kept');
    }
  };
