/**
 * What is brought before the support team and when (quy tắc chuyển tổ hỗ trợ), as the row of the law says. Nothing here refuses or
 * decides anything: a matter is put before people, once.
 */
import type { LawBook } from '../law/dated.js';
import {
  currentLawOf,
  type EscalationRule,
  type MatterKind,
  provision,
  workingCalendar,
  workingDaysAfter,
} from '../law/index.js';
import { addDays, atInVietnam, dayOf, type Instant, type PlainDate } from '../values/plain-date.js';

/** The rule for one kind of matter on a day; `undefined` before there were support teams, or where a pack takes it out. */
export const escalationRule = (book: LawBook, kind: MatterKind, at: Instant): EscalationRule | undefined => {
  const rules: Readonly<Partial<Record<MatterKind, EscalationRule>>> | undefined = currentLawOf(book, at).row(
    provision.escalationRules,
  )?.value;
  return rules?.[kind];
};

/** The moment from which a matter that began on a day is the team's: the morning after so many working days. */
export const escalatedFrom = (book: LawBook, kind: MatterKind, since: PlainDate): Instant | undefined => {
  const rule = escalationRule(book, kind, atInVietnam(since));
  if (rule === undefined) return undefined;
  const { on } = workingDaysAfter(workingCalendar(book, since), since, rule.after);
  return on === null ? undefined : atInVietnam(addDays(on, 1));
};

/** Whether a matter that has stood since a moment is the team's by now. */
export const isTheTeams = (book: LawBook, kind: MatterKind, since: Instant, at: Instant): boolean => {
  const from = escalatedFrom(book, kind, dayOf(since));
  return from !== undefined && from <= at;
};
