/**
 * A small register of residents to hold a case against: who lives in the household, and whose entry stands. It believes what it
 * is told: everybody in the blocks that the case opens to it loses their entry, and nobody else does.
 */
import { day, type Personal } from '@lienthong/core';
import { type DeathDesks, deathDoors } from '@lienthong/core/death-case';
import type { JsonValue } from '@lienthong/core/evidence';
import { TE } from '@lienthong/core/fp';
import { lawBook } from '@lienthong/core/law';
import { DEATH_PURPOSES } from '@lienthong/core/requests';

/** The household of every history: who died, and three who live on. */
export const household: Personal = {
  deceased: { name: { surname: 'Nguyễn', middle: 'Văn', given: 'Bình' }, personalNumber: '040055000001' },
  applicant: { name: { surname: 'Nguyễn', middle: 'Thị', given: 'An' }, personalNumber: '040185000002' },
  payee: { name: { surname: 'Nguyễn', given: 'Cường' }, personalNumber: '040080000003', account: '0123456789' },
  relatives: { S1: { name: { surname: 'Trần', given: 'Hoa' }, personalNumber: '040158000004' } },
};

const deceased = '040055000001';

/** Every personal number in a block, however deep. */
const numbersIn = (block: JsonValue): readonly string[] => {
  if (typeof block !== 'object' || block === null) return [];
  return Object.entries(block).flatMap(([key, value]) =>
    key === 'personalNumber' && typeof value === 'string' ? [value] : numbersIn(value),
  );
};

const silent = { agency: 'nobody', repeats: 'keyed', ask: () => TE.right(undefined), collect: () => TE.right([]) };
const desks = Object.fromEntries(DEATH_PURPOSES.map((purpose) => [purpose, silent])) as unknown as DeathDesks;

/** The blocks that are opened to whoever deletes a residence. */
const { who } = deathDoors(desks, lawBook(), () => day('2025-01-01'))['delete-residence'];

export type Residents = Readonly<{
  deceased: string;
  /** Whether the deceased had an entry. */
  had: boolean;
  /** Everybody who lives on there. */
  living: readonly string[];
  /** Entries that stand. */
  entries: ReadonlySet<string>;
  /** Deletes as a request tells it to; true when somebody had an entry. */
  deleteAsTold: () => boolean;
  /** An officer deletes by hand, on the extract that names the deceased. */
  deleteDeceased: () => boolean;
}>;

/** `absent`: the deceased had no entry anywhere. */
export const residents = (absent: boolean): Residents => {
  const living = numbersIn(household as JsonValue).filter((number) => number !== deceased);
  const entries = new Set(absent ? living : [deceased, ...living]);
  const remove = (numbers: readonly string[]): boolean => numbers.filter((number) => entries.delete(number)).length > 0;
  return {
    deceased,
    had: !absent,
    living,
    entries,
    deleteAsTold: () => remove(who.flatMap((block) => numbersIn((household[block] ?? {}) as JsonValue))),
    deleteDeceased: () => remove([deceased]),
  };
};
