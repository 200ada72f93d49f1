import { describe, expect, it } from 'vitest';
import { endsConnection, type Failure, faultOf, isCollision, isSqlState, writeFaultOf } from './failure.js';

const said = (code: string): Failure => ({ kind: 'said', code });
const unreached = (code: string): Failure => ({ kind: 'unreached', code });
const UNKNOWN = 'OutcomeUnknown';

/** What PostgreSQL or the system says, what a reader is told, and what a writer is told where that differs. */
const TABLE: readonly (readonly [failure: Failure, code: string, retry: boolean, written?: string])[] = [
  [said('08006'), 'unreachable', true, UNKNOWN],
  [said('08P01'), 'unreachable', true, UNKNOWN],
  [said('25006'), 'read-only', false],
  [said('28000'), 'login-refused', false],
  [said('28P01'), 'login-refused', false],
  [said('3D000'), 'unreachable', false],
  [said('3F000'), 'corrupt', false],
  [said('40001'), 'busy', true],
  [said('40P01'), 'busy', true],
  [said('42501'), 'read-only', false],
  [said('42P01'), 'corrupt', false],
  [said('53100'), 'full', false],
  [said('53200'), 'busy', true],
  [said('53300'), 'busy', true],
  [said('55P03'), 'busy', true],
  [said('57014'), 'timed-out', true],
  [said('57P01'), 'unreachable', true, UNKNOWN],
  [said('57P02'), 'unreachable', true, UNKNOWN],
  [said('57P03'), 'unreachable', true],
  [said('58030'), 'unreachable', true],
  [said('XX001'), 'corrupt', false],
  [said('22P02'), 'malformed-answer', false],
  [unreached('28P01'), 'login-refused', false],
  [unreached('53300'), 'busy', true],
  [unreached('57P03'), 'unreachable', true],
  [unreached('57P01'), 'unreachable', true],
  [unreached('ECONNREFUSED'), 'unreachable', true],
  [unreached('ENOTFOUND'), 'unreachable', true],
  [unreached('EPIPE'), 'unreachable', true],
  [unreached(''), 'unreachable', true],
  [unreached('ETIMEDOUT'), 'timed-out', true],
  [{ kind: 'lost' }, 'unreachable', true, UNKNOWN],
  [{ kind: 'silent' }, 'timed-out', true, UNKNOWN],
];

describe('what goes wrong with PostgreSQL', () => {
  it.each(TABLE.map((row) => ({ row, name: JSON.stringify(row) })))(
    '$name',
    ({ row: [failure, code, retry, written] }) => {
      expect(faultOf(failure)).toEqual({ kind: 'Unavailable', system: 'postgresql', code, retry });
      expect(writeFaultOf(failure).kind).toBe(written ?? 'Unavailable');
    },
  );

  it('knows a collision, after which nothing stands and the same is tried again', () => {
    const collisions = ['40001', '40P01', '55P03', '23505'];
    expect(TABLE.filter(([failure]) => isCollision(failure)).map(([{ kind, ...rest }]) => [kind, rest])).toEqual(
      ['40001', '40P01', '55P03'].map((code) => ['said', { code }]),
    );
    expect(collisions.every((code) => isCollision(said(code)))).toBe(true);
  });

  it('tells its codes from those of the operating system', () => {
    expect(['40001', '57P01', 'XX000', 'P0001'].every(isSqlState)).toBe(true);
    expect(['EPIPE', 'ECONNRESET', '', '4000'].some(isSqlState)).toBe(false);
    expect(['57P01', '57P03', '08006'].every(endsConnection)).toBe(true);
    expect(endsConnection('57014')).toBe(false);
  });
});
