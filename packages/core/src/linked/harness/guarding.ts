/** What the guard of a kind of case must do: stand before every command of its table, whatever the command orders. */
import { describe, expect, it } from 'vitest';
import { E } from '../../fp.js';
import type { Actor, Command, Decider, DomainEvent } from '../../kernel/index.js';

type Guarded<C extends Command, Ev extends DomainEvent, S, R extends string> = Readonly<{
  table: Readonly<Record<C['type'], Readonly<{ act: string; afterClose: boolean }>>>;
  /** Asks an office and a mandate of everybody, and grants none. */
  strict: Decider<C, Ev, S, R>;
  open: S;
  closed: S;
  /** A command of a type, in its plainest form. */
  command: (type: C['type'], actor: Actor) => C;
  /** Somebody entitled to the command's act. */
  entitled: (type: C['type']) => Actor;
}>;

export const guardsEverything = <C extends Command, Ev extends DomainEvent, S, R extends string>({
  table,
  strict,
  open,
  closed,
  command,
  entitled,
}: Guarded<C, Ev, S, R>): void => {
  const types = Object.keys(table) as readonly C['type'][];
  const reasons = (type: C['type'], actor: Actor, state: S, onBehalfOf?: Actor): readonly string[] => {
    const decided = strict.decide(
      { ...command(type, actor), ...(onBehalfOf === undefined ? {} : { onBehalfOf }) },
      state,
    );
    return E.isLeft(decided) ? decided.left.map(({ reason }) => reason) : [];
  };
  const nobody: Actor = { id: 'r-1', role: 'reporter' };

  describe('the guard', () => {
    it.each(types)('asks who gives %s', (type) => {
      expect(reasons(type, nobody, open)).toContain('RoleNotEntitled');
      expect(reasons(type, { id: 'x', role: 'mayor' }, open)).toContain('RoleNotEntitled');
    });

    it.each(types)('asks whether the giver of %s holds the office, and may act in another’s name', (type) => {
      const actor = entitled(type);
      const found = reasons(type, actor, open, { id: 'c-1', role: 'applicant' });
      expect(found).not.toContain('RoleNotEntitled');
      expect(found).toContain('OfficeNotHeld');
      expect(found).toContain('MandateMissing');
    });

    it('lets after the close only what the table lets', () => {
      const shut = types.filter((type) => reasons(type, entitled(type), closed).includes('CaseIsClosed'));
      expect(shut.slice().sort()).toEqual(
        types
          .filter((type) => type !== 'Apply' && !table[type].afterClose)
          .slice()
          .sort(),
      );
    });
  });
};
