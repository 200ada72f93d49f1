/**
 * Where health facilities send their notices (cổng nhận giấy chứng sinh, giấy báo tử): `POST /notices/births` and
 * `POST /notices/deaths`, each signed by the facility it speaks for.
 */

import {
  notFound,
  problemResponse,
  type ReceivingOptions,
  type Recorded,
  receiveAt,
} from '@lienthong/adapters-http/receive';
import type { Clock } from '@lienthong/core';
import type { ReceiveBirthNotice } from '@lienthong/core/birth-notice';
import type { ReceiveDeathNotice } from '@lienthong/core/death-notice';
import { birthNotice, deathNotice } from '../wire/notice.schema.js';
import { BIRTH_NOTICES, DEATH_NOTICES } from '../wire/notice-paths.js';
import { birthNoticeOrder, deathNoticeOrder } from './orders.js';

export type NoticeReceiverOptions = ReceivingOptions &
  Readonly<{
    clock: Clock;
    /** The path under which this handler stands; none unless told. */
    under?: string;
    /** Usually `handle(env)(birthNoticeKind(law))`. */
    births: (stream: string, command: ReceiveBirthNotice) => Recorded;
    /** Usually `handle(env)(deathNoticeKind(law))`. */
    deaths: (stream: string, command: ReceiveDeathNotice) => Recorded;
  }>;

const itsOwn = (signer: string, { facility }: Readonly<{ facility: string }>): boolean => signer === facility;

export const noticeReceiver = ({
  clock,
  births,
  deaths,
  under = '',
  ...options
}: NoticeReceiverOptions): ((request: Request) => Promise<Response>) => {
  const birth = receiveAt(
    {
      schema: birthNotice,
      maySend: itsOwn,
      record: (sent) => {
        const { stream, command } = birthNoticeOrder(sent, clock.now());
        return births(stream, command);
      },
    },
    options,
  );
  const death = receiveAt(
    {
      schema: deathNotice,
      maySend: itsOwn,
      record: (sent) => {
        const { stream, command } = deathNoticeOrder(sent, clock.now());
        return deaths(stream, command);
      },
    },
    options,
  );
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === `${under}${BIRTH_NOTICES}`) return birth(request);
    if (pathname === `${under}${DEATH_NOTICES}`) return death(request);
    return problemResponse(notFound);
  };
};
