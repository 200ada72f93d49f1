/** The entries of the residence register (người đăng ký thường trú): who is entered where, and whom somebody took off. */
import type { JsonObject } from '@lienthong/core/evidence';

/** A household as the register has it; `missing` are those whom it should have and does not. */
export type Household = Readonly<{
  household: string;
  commune: string;
  members: readonly Readonly<{ person: JsonObject; dead: boolean; incomplete?: boolean }>[];
}>;

/** One entry. That somebody is dead the scenario knows, and the register only once it is told. */
export type Resident = Readonly<{
  entry: string;
  household: string;
  who: string;
  dead: boolean;
  /** The population database has no whole record of the person (D10). */
  incomplete: boolean;
  standing: boolean;
}>;

export type Residents = Readonly<{
  settle: (household: Household) => void;
  find: (person: JsonObject) => Resident | undefined;
  /** Whether somebody else of the household still stands there. */
  othersOf: (resident: Resident) => boolean;
  takeOff: (resident: Resident) => void;
  all: () => readonly Resident[];
}>;

/** One person, one text: their number; else the name with the day of birth. */
export const identityOf = ({ personalNumber, name, bornOn }: JsonObject): string =>
  typeof personalNumber === 'string' ? personalNumber : JSON.stringify([name ?? null, bornOn ?? null]);

export const createResidents = (): Residents => {
  const byPerson = new Map<string, Resident>();
  return {
    settle: ({ household, commune, members }) => {
      for (const [at, { person, dead, incomplete = false }] of members.entries()) {
        const who = identityOf(person);
        const entry = `CT-${commune}-${household}-${at + 1}`;
        byPerson.set(who, { entry, household, who, dead, incomplete, standing: true });
      }
    },
    find: (person) => byPerson.get(identityOf(person)),
    othersOf: ({ household, who }) =>
      [...byPerson.values()].some((other) => other.household === household && other.who !== who && other.standing),
    takeOff: (resident) => void byPerson.set(resident.who, { ...resident, standing: false }),
    all: () => [...byPerson.values()],
  };
};
