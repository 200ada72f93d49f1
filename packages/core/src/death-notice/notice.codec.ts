/** How notices of death are kept. */
import { commandCodec, orderAboutPersons } from '../borders/kept-command.codec.js';
import { event, eventCodec } from '../borders/kept-event.codec.js';
import { exact, flag, type Shape, stored, text } from '../borders/stored.codec.js';
import type { CommandCodec, EventCodec } from '../kernel/index.js';
import { instant, plainDate } from '../values/plain-date.js';
import type { DeathNotice, DeathNoticeReceived, ReceiveDeathNotice } from './notice.js';

const notice: Shape<DeathNotice> = {
  code: text,
  facility: text,
  diedAt: stored(instant),
  diedOn: stored(plainDate),
  issuedOn: stored(plainDate),
  form: text,
  onTheWay: flag,
  causeKnown: flag,
  reissued: flag,
  signed: flag,
};

export const deathNoticeEvents: EventCodec<DeathNoticeReceived> = eventCodec<DeathNoticeReceived>({
  DeathNoticeReceived: event(notice),
});

export const deathNoticeCommands: CommandCodec<ReceiveDeathNotice> = commandCodec<ReceiveDeathNotice>({
  ReceiveDeathNotice: orderAboutPersons(exact(notice)),
});
