/** Notices that health facilities send in: of a birth (giấy chứng sinh) and of a death (giấy báo tử). */
import type { Personal } from '@lienthong/core';
import type { BirthNotice } from '@lienthong/core/birth-notice';
import type { DeathNotice } from '@lienthong/core/death-notice';
import { code, count, fields, flag, oneOf, orNull, type Received, receivedInstant } from '@lienthong/core/received';
import { day, people } from './parts.schema.js';

/** Technical limits, far above any birth. */
const MOST_AT_ONCE = 12;
const MOST_GRAMS = 20_000;

export type SentBirthNotice = BirthNotice & Readonly<{ people: Personal }>;
export type SentDeathNotice = DeathNotice & Readonly<{ people: Personal }>;

/** The number of the paper; a reissue keeps it. */
const paper = code();
/** The facility, by its code; the signature must be its own. */
const facility = code();

export const birthNotice: Received<SentBirthNotice> = fields({
  code: paper,
  facility,
  bornAt: receivedInstant,
  bornOn: day,
  sex: oneOf('male', 'female', 'undetermined'),
  order: count(1, MOST_AT_ONCE),
  multiple: count(1, MOST_AT_ONCE),
  weightGrams: orNull(count(1, MOST_GRAMS)),
  signed: flag,
  people,
});

export const deathNotice: Received<SentDeathNotice> = fields({
  code: paper,
  facility,
  diedAt: receivedInstant,
  diedOn: day,
  issuedOn: day,
  form: code(),
  onTheWay: flag,
  causeKnown: flag,
  reissued: flag,
  signed: flag,
  people,
});
