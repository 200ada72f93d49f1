/**
 * Where consents come in (cổng nhận ý kiến đồng ý): `POST /consents`, signed by the system in which somebody of the household
 * confirmed, such as VNeID.
 */

import {
  notFound,
  problemResponse,
  type ReceivingOptions,
  type Recorded,
  receiveAt,
} from '@lienthong/adapters-http/receive';
import type { Clock } from '@lienthong/core';
import { consent } from '../wire/consent.schema.js';
import { CONSENTS } from '../wire/paths.js';
import { consentOrder, type RecordConsent } from './order.js';

export type ConsentReceiverOptions = ReceivingOptions &
  Readonly<{
    clock: Clock;
    /** The path under which this handler stands; none unless told. */
    under?: string;
    /** Whether this system may confirm in that mode; any that is known may, unless told. */
    mayConfirm?: (signer: string, mode: string) => boolean;
    /** Usually `handle(env)(birthKind(law))`. */
    births: (stream: string, command: RecordConsent) => Recorded;
  }>;

export const consentReceiver = ({
  clock,
  births,
  under = '',
  mayConfirm = () => true,
  ...options
}: ConsentReceiverOptions): ((request: Request) => Promise<Response>) => {
  const receive = receiveAt(
    {
      schema: consent,
      maySend: (signer, { mode }) => mayConfirm(signer, mode),
      record: (sent, signer) => {
        const { stream, command } = consentOrder(sent, signer, clock.now());
        return births(stream, command);
      },
    },
    options,
  );
  return async (request) =>
    new URL(request.url).pathname === `${under}${CONSENTS}` ? receive(request) : problemResponse(notFound);
};
