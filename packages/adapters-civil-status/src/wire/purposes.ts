/**
 * What the civil status register (phần mềm đăng ký, quản lý hộ tịch) and the population database (cơ sở dữ liệu quốc gia về dân
 * cư) are asked over HTTP, purpose by purpose, each under a path of its own.
 */
import type { PurposeWire } from '@lienthong/adapters-http/wire';
import type { BirthToEnter, EntryAnswer, PersonalNumberAnswer } from '@lienthong/core/birth-registration';
import type { DeathEntryAnswer, DeathToEnter } from '@lienthong/core/death-registration';
import type { Change, ChangeAnswer } from '@lienthong/core/requests';
import { birthToEnter, entryAnswer, personalNumberAnswer } from './birth.schema.js';
import { change, changeAnswer } from './change.schema.js';
import { deathEntryAnswer, deathToEnter } from './death.schema.js';

export const enterBirth: PurposeWire<BirthToEnter, EntryAnswer> = {
  purpose: 'enter-birth',
  path: '/births',
  title: 'Enter a birth in the register (đăng ký khai sinh)',
  repeats: 'keyed',
  content: birthToEnter,
  answer: entryAnswer,
};

export const enterDeath: PurposeWire<DeathToEnter, DeathEntryAnswer> = {
  purpose: 'enter-death',
  path: '/deaths',
  title: 'Enter a death in the register (đăng ký khai tử)',
  repeats: 'keyed',
  content: deathToEnter,
  answer: deathEntryAnswer,
};

/** It knows no keys: whoever asks again without looking first is given a second number. */
export const assignPersonalNumber: PurposeWire<BirthToEnter, PersonalNumberAnswer> = {
  purpose: 'assign-personal-number',
  path: '/personal-numbers',
  title: 'Assign the personal number of a child (cấp số định danh cá nhân)',
  repeats: 'queryable',
  content: birthToEnter,
  answer: personalNumberAnswer,
};

const told = { purpose: 'tell-population', repeats: 'queryable', content: change, answer: changeAnswer } as const;

export const tellPopulationOfBirth: PurposeWire<Change, ChangeAnswer> = {
  ...told,
  path: '/births/changes',
  title: 'Take a change about a registered child (tiếp nhận thay đổi về trẻ đã đăng ký)',
};

export const tellPopulationOfDeath: PurposeWire<Change, ChangeAnswer> = {
  ...told,
  path: '/deaths/changes',
  title: 'Take a death, or a change about a dead person (tiếp nhận thông tin khai tử)',
};
