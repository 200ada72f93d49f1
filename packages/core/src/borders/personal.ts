/** The shape of personal data on its way to being sealed: one block of fields for each person of the case. */
import type { Personal } from '../kernel/index.js';
import { isJsonObject } from './json.js';

/** A person's place in a case, under which their block is sealed: `child`, `mother`, `member-2`. */
const SUBJECT = /^[a-zA-Z][a-zA-Z0-9-]{0,39}$/;

export const isPersonal = (value: unknown): value is Personal =>
  isJsonObject(value) &&
  Object.entries(value).every(([subject, block]) => SUBJECT.test(subject) && isJsonObject(block));
