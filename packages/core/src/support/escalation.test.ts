import { describe, expect, it } from 'vitest';
import { type LawBook, lawBook, provision } from '../law/index.js';
import { atInVietnam, day } from '../values/plain-date.js';
import { agencyAbout } from './agencies.js';
import { escalatedFrom, escalationRule, isTheTeams } from './escalation.js';

const book = lawBook();
const from = (kind: 'silent' | 'failing' | 'deadline-missed' | 'given-up', since: string, law: LawBook = book) =>
  escalatedFrom(law, kind, day(since));

describe('when a matter is the support team’s', () => {
  it('is the morning after so many working days', () => {
    expect(from('silent', '2024-08-26')).toBe(atInVietnam(day('2024-08-30')));
    expect(from('failing', '2024-08-26')).toBe(atInVietnam(day('2024-08-28')));
    expect(from('given-up', '2024-08-26')).toBe(atInVietnam(day('2024-08-27')));
  });

  it('counts neither weekends nor the days off of National Day', () => {
    expect(from('deadline-missed', '2024-08-30')).toBe(atInVietnam(day('2024-09-05')));
    expect(from('silent', '2024-08-30')).toBe(atInVietnam(day('2024-09-07')));
  });

  it('has come at that very moment and not before', () => {
    const since = atInVietnam(day('2024-08-26'), 10 * 3_600_000);
    expect(isTheTeams(book, 'silent', since, atInVietnam(day('2024-08-29'), 86_399_999))).toBe(false);
    expect(isTheTeams(book, 'silent', since, atInVietnam(day('2024-08-30')))).toBe(true);
  });

  it('is for the support team, says a row that claims no law of its own', () => {
    for (const row of provision.escalationRules.rows) {
      expect(row.confidence).toBe('inferred');
      expect(row.note).toContain('death.md');
      for (const { to } of Object.values(row.value)) expect(to).toBe('support-team');
    }
  });

  it('never came before there were such teams, nor where a rule is taken out', () => {
    expect(from('silent', '2018-06-20')).toBeUndefined();
    const { silent: _, ...rest } = escalationRulesOf();
    const without: LawBook = {
      ...book,
      at: (date) => {
        const law = book.at(date);
        const row: typeof law.row = (parameter) => {
          const found = law.row(parameter);
          return found !== undefined && parameter.name === provision.escalationRules.name
            ? ({ ...found, value: rest } as typeof found)
            : found;
        };
        return { ...law, row };
      },
    };
    expect(from('silent', '2024-08-26', without)).toBeUndefined();
    expect(from('failing', '2024-08-26', without)).toBeDefined();
  });
});

const escalationRulesOf = () => {
  const rules = provision.escalationRules.rows[0]?.value;
  if (rules === undefined) throw new Error('no rules');
  expect(escalationRule(book, 'silent', atInVietnam(day('2024-08-26')))).toEqual(rules.silent);
  return rules;
};

describe('which agency a matter concerns', () => {
  it('is the one that was asked, or whose leg is late', () => {
    expect(agencyAbout('issue-card#1', 'issue-card')).toBe('insurance');
    expect(agencyAbout('residence/2024-09-04', undefined)).toBe('residence');
    expect(agencyAbout('case', undefined)).toBeNull();
    expect(agencyAbout('whole/2024-09-04', undefined)).toBeNull();
  });
});
