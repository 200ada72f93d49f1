import { describe, expect, it } from 'vitest';
import { CITIZENS, isRole, MACHINES, ROLES } from './roles.js';

describe('roles (vai trò)', () => {
  it('are known by their names and by no others', () => {
    expect(ROLES.every(isRole)).toBe(true);
    for (const stranger of ['', 'Applicant', 'applicant ', 'toString', '__proto__'])
      expect(isRole(stranger)).toBe(false);
  });

  it('of citizens and of machines are no offices, and never the same', () => {
    expect(CITIZENS.filter((role) => MACHINES.includes(role))).toEqual([]);
  });
});
