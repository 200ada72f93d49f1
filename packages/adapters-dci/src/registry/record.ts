/**
 * A person's record in the standard's words (bản ghi hộ tịch). Sealed blocks are opened for the entry that was asked for, for
 * nobody but the child or the deceased and the parents, and every opening is on record before it is done.
 */
import {
  type Actor,
  COMMAND_ACCEPTED,
  type Fault,
  type Instant,
  type Journal,
  type OutcomeUnknown,
  type Personal,
  type StoredEvent,
} from '@lienthong/core';
import type { JsonObject, JsonValue, Keys } from '@lienthong/core/evidence';
import { pipe, TE } from '@lienthong/core/fp';
import { openLogged } from '@lienthong/core/personal-data';
import { eventCodes, extensionContext } from '../vital-events.js';
import { type Entry, entryNumber } from './entries.js';
import type { Sender } from './senders.js';

export type Opening = Readonly<{ journal: Journal; log: Journal; keys: Keys }>;
/** Why a record is opened, and for whom. */
export type Look = Readonly<{ id: string; at: Instant; sender: Sender; purpose: 'dci-search' | 'dci-notify' }>;

const subjects = { birth: ['child', 'mother', 'father'], death: ['deceased'] } as const;

const only = (event: StoredEvent, who: readonly string[]): readonly StoredEvent[] => {
  const { sealed } = event.data;
  if (event.type === COMMAND_ACCEPTED || typeof sealed !== 'object' || sealed === null) return [];
  const left = Object.entries(sealed).filter(([subject]) => who.includes(subject));
  return left.length === 0 ? [] : [{ ...event, data: { ...event.data, sealed: Object.fromEntries(left) } }];
};

const actorOf = ({ id }: Sender): Actor => ({ id, role: 'dci-sender', unit: id });

type People = Readonly<{ people: Personal; complete: boolean }>;

const open = (
  { journal, log, keys }: Opening,
  { group, caseId }: Entry,
  { id, at, sender, purpose }: Look,
): TE.TaskEither<Fault | OutcomeUnknown, People> =>
  pipe(
    journal.read(`${group}-${caseId}`),
    TE.mapLeft((fault): Fault | OutcomeUnknown => fault),
    TE.flatMap(({ events }) =>
      openLogged({ log, keys })(
        { id, at, by: actorOf(sender), purpose },
        caseId,
        events.flatMap((event) => only(event, subjects[group])),
      ),
    ),
    TE.map((opened) => {
      const people: Record<string, JsonObject> = {};
      for (const { personal } of opened)
        for (const [who, block] of Object.entries(personal)) people[who] = { ...people[who], ...block };
      const complete = opened.every(({ erased, damaged }) => erased.length === 0 && damaged.length === 0);
      return { people, complete };
    }),
  );

const at = (block: JsonValue | undefined, ...path: readonly string[]): JsonValue | undefined =>
  path.reduce<JsonValue | undefined>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as JsonObject)[key] : undefined,
    block,
  );
const textAt = (block: JsonValue | undefined, ...path: readonly string[]): string | undefined => {
  const value = at(block, ...path);
  return typeof value === 'string' && value !== '' ? value : undefined;
};

const identifier = (type: string, value: string | undefined): JsonObject | undefined =>
  value === undefined ? undefined : { '@type': 'Identifier', identifier_type: type, identifier_value: value };

const nameOf = (block: JsonObject | undefined): JsonObject | undefined => {
  const given = textAt(block, 'name', 'given');
  if (given === undefined) return undefined;
  const [surname, middle] = [textAt(block, 'name', 'surname'), textAt(block, 'name', 'middle')];
  return {
    '@type': 'Name',
    ...(surname === undefined ? {} : { surname }),
    ...(middle === undefined ? {} : { second_name: middle }),
    given_name: given,
  };
};

const placeOf = (commune: string | undefined, name?: string, line?: string): JsonObject | undefined =>
  commune === undefined && name === undefined
    ? undefined
    : {
        '@type': 'Place',
        ...(name === undefined ? {} : { name }),
        address: {
          '@type': 'Address',
          ...(line === undefined ? {} : { address_line1: line }),
          ...(commune === undefined ? {} : { sub_region_code: commune }),
          country_code: 'VN',
        },
      };

const present = (fields: Readonly<Record<string, JsonValue | undefined>>): JsonObject =>
  Object.fromEntries(Object.entries(fields).filter((field): field is [string, JsonValue] => field[1] !== undefined));

const registrationOf = (entry: Entry): JsonObject => ({
  '@type': 'lienthong:Registration',
  event_type: eventCodes[entry.group === 'birth' ? 'live-birth' : 'death'],
  book: entry.book,
  number: entry.number,
  commune: entry.commune,
  registered_on: entry.registeredOn,
  late: entry.late,
});

const fieldsOf = (entry: Entry, people: Personal): Readonly<Record<string, JsonValue | undefined>> => {
  const self = people[entry.group === 'birth' ? 'child' : 'deceased'];
  const uin = identifier('UIN', textAt(self, 'personalNumber'));
  const own = identifier(entry.group === 'birth' ? 'BRN' : 'DRN', entryNumber(entry));
  const birthplace = (...path: readonly string[]): string | undefined => textAt(self, 'birthplace', ...path);
  const born = placeOf(birthplace('address', 'commune'), birthplace('name'), birthplace('address', 'line'));
  return {
    identifier: uin ?? own,
    name: nameOf(self),
    sex: textAt(self, 'sex') ?? entry.sex,
    birth_date: textAt(self, 'bornOn') ?? entry.bornOn,
    birth_place: entry.group === 'birth' ? born : undefined,
    death_date: entry.diedOn,
    death_date_precision: entry.precision,
    death_place: entry.group === 'death' ? placeOf(entry.place) : undefined,
    parent1_identifier: identifier('UIN', textAt(people['mother'], 'personalNumber')),
    parent2_identifier: identifier('UIN', textAt(people['father'], 'personalNumber')),
  };
};

const allowed = (fields: Readonly<Record<string, JsonValue | undefined>>, { fields: given }: Sender): JsonObject =>
  present(
    given === undefined ? fields : Object.fromEntries(Object.entries(fields).filter(([name]) => given.includes(name))),
  );

/** The record of an entry, as far as this sender may see it. Errors: the look could not be recorded, the keys did not serve. */
export const recordOf = (
  opening: Opening,
  entry: Entry,
  look: Look,
): TE.TaskEither<Fault | OutcomeUnknown, JsonObject> =>
  pipe(
    open(opening, entry, look),
    TE.map(({ people, complete }) => ({
      ...extensionContext,
      '@id': `urn:lienthong:${entry.group}:${entry.caseId}`,
      '@type': 'CRVS_Person',
      ...allowed(fieldsOf(entry, people), look.sender),
      registration: registrationOf(entry),
      ...(complete ? {} : { personal_data: 'erased' }),
    })),
  );
