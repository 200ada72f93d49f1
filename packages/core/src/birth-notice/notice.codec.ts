/** How notices of birth are kept. */

import { commandCodec, orderAboutPersons } from '../borders/kept-command.codec.js';
import { event, eventCodec } from '../borders/kept-event.codec.js';
import { count, exact, flag, oneOf, orNull, type Shape, stored, text } from '../borders/stored.codec.js';
import type { CommandCodec, EventCodec } from '../kernel/index.js';
import { instant, plainDate } from '../values/plain-date.js';
import type { BirthNotice, BirthNoticeReceived, ReceiveBirthNotice } from './notice.js';

const notice: Shape<BirthNotice> = {
  code: text,
  facility: text,
  bornAt: stored(instant),
  bornOn: stored(plainDate),
  sex: oneOf('male', 'female', 'undetermined'),
  order: count,
  multiple: count,
  weightGrams: orNull(count),
  signed: flag,
};

export const noticeEvents: EventCodec<BirthNoticeReceived> = eventCodec<BirthNoticeReceived>({
  BirthNoticeReceived: event(notice),
});

export const noticeCommands: CommandCodec<ReceiveBirthNotice> = commandCodec<ReceiveBirthNotice>({
  ReceiveBirthNotice: orderAboutPersons(exact(notice)),
});
