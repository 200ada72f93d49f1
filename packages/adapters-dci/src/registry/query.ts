/**
 * What may be asked of the registers (điều kiện tra cứu), in the standard's three ways, brought to one form that names nobody:
 * a personal number becomes its keyed digests at once, so that a query can be kept.
 */
import { personalNumber, plainDate } from '@lienthong/core';
import { E, type Either } from '@lienthong/core/fp';
import { eventNamed } from '../vital-events.js';
import { type Entry, entryNumber } from './entries.js';

/** Digests of a personal number, made at the edge, where the secret is. */
export type Digests = (personalNumber: string) => Readonly<{ child: string; deceased: string }>;

export const FACTS = ['birth_date', 'death_date', 'registration_date', 'place', 'sex', 'event_type', 'entry'] as const;
export type FactName = (typeof FACTS)[number];
const OPERATORS = ['gt', 'lt', 'eq', 'ge', 'le', 'in'] as const;
type Operator = (typeof OPERATORS)[number];

export type Query =
  | Readonly<{ is: 'everything' }>
  | Readonly<{ is: 'fact'; fact: FactName; operator: Operator; values: readonly string[] }>
  | Readonly<{ is: 'person'; digests: readonly string[] }>
  | Readonly<{ is: 'and' | 'or'; of: readonly Query[] }>
  | Readonly<{ is: 'not'; of: Query }>;

export type QueryType = 'idtype-value' | 'expression' | 'predicate' | 'graphql';

/** Where it is wrong; never what was asked. */
export type NotAQuery = Readonly<{ at: string }>;
type Read<T> = Either<NotAQuery, T>;
const not = (at: string): Either<NotAQuery, never> => E.left({ at });

const aliases: Readonly<Record<string, FactName | 'uin'>> = {
  birthdate: 'birth_date',
  dob: 'birth_date',
  deathdate: 'death_date',
  registrationdate: 'registration_date',
  place: 'place',
  placecode: 'place',
  commune: 'place',
  sex: 'sex',
  gender: 'sex',
  eventtype: 'event_type',
  regeventtype: 'event_type',
  brn: 'entry',
  drn: 'entry',
  uin: 'uin',
  personalnumber: 'uin',
};

export const factNamed = (name: string): FactName | 'uin' | undefined => {
  const key = name.toLowerCase().replaceAll(/[^a-z]/g, '');
  return Object.hasOwn(aliases, key) ? aliases[key] : undefined;
};

const isDate = (fact: FactName): boolean => fact.endsWith('_date');

const valueFor = (fact: FactName, value: string): string | undefined => {
  if (isDate(fact)) return E.isRight(plainDate(value)) ? value : undefined;
  if (fact === 'event_type') return eventNamed(value);
  return value.length <= 200 ? value : undefined;
};

const person = (value: string, digests: Digests): Read<Query> => {
  const read = personalNumber(value);
  if (E.isLeft(read)) return not('value');
  const { child, deceased } = digests(read.right);
  return E.right({ is: 'person', digests: [child, deceased] });
};

const listed = (value: unknown): readonly string[] | undefined => {
  if (Array.isArray(value)) return value.every((one) => typeof one === 'string') ? (value as string[]) : undefined;
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : undefined;
};

const term = (name: unknown, operator: unknown, value: unknown, digests: Digests): Read<Query> => {
  const fact = typeof name === 'string' ? factNamed(name) : undefined;
  if (fact === undefined) return not('attribute_name');
  const asked = OPERATORS.find((known) => known === operator);
  if (asked === undefined) return not('operator');
  const given = listed(value);
  const values = asked === 'in' ? given?.flatMap((one) => one.split(',')).map((one) => one.trim()) : given;
  if (values === undefined || values.length === 0 || values.length > 100) return not('attribute_value');
  if (asked !== 'in' && values.length > 1) return not('attribute_value');
  if (fact === 'uin') return asked === 'eq' ? person(values[0] ?? '', digests) : not('operator');
  const read = values.map((one) => valueFor(fact, one));
  if (read.some((one) => one === undefined)) return not('attribute_value');
  if (!isDate(fact) && asked !== 'eq' && asked !== 'in') return not('operator');
  return E.right({ is: 'fact', fact, operator: asked, values: read as readonly string[] });
};

type Loose = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const byIdentifier = (query: object, digests: Digests): Read<Query> => {
  const { type, value } = query as Loose;
  if (typeof type !== 'string' || typeof value !== 'string') return not('query');
  const fact = factNamed(type.split(':').at(-1) ?? '');
  if (fact === 'uin') return person(value, digests);
  return fact === 'entry' ? term('brn', 'eq', value, digests) : not('type');
};

const expression = (raw: unknown, digests: Digests): Read<Query> =>
  isObject(raw) ? term(raw['attribute_name'], raw['operator'], raw['attribute_value'], digests) : not('expression1');

const joined = (is: 'and' | 'or', one: Read<Query>, other: Read<Query>): Read<Query> => {
  if (E.isLeft(one)) return one;
  return E.isLeft(other) ? other : E.right({ is, of: [one.right, other.right] });
};
const negated = (query: Read<Query>): Read<Query> => E.map((of: Query): Query => ({ is: 'not', of }))(query);

const byCondition = (raw: unknown, digests: Digests): Read<Query> => {
  if (!isObject(raw)) return not('query');
  const { expression1, condition, expression2 } = raw;
  const first = expression(expression1, digests);
  if (expression2 === undefined) return condition === 'not' ? negated(first) : first;
  const second = expression(expression2, digests);
  if (condition === 'not') return joined('and', first, negated(second));
  return condition === 'and' || condition === 'or' ? joined(condition, first, second) : not('condition');
};

const sequence = (raw: unknown): number => {
  const number = isObject(raw) ? raw['seq_num'] : undefined;
  return typeof number === 'number' ? number : 0;
};

/** Every item of the list must hold, looked at in the order of their numbers. */
const byPredicate = (query: object, digests: Digests): Read<Query> => {
  if (!Array.isArray(query) || query.length === 0 || query.length > 20) return not('query');
  const of: Query[] = [];
  for (const raw of query.toSorted((one, other) => sequence(one) - sequence(other))) {
    const read = byCondition(raw, digests);
    if (E.isLeft(read)) return read;
    of.push(read.right);
  }
  return E.right({ is: 'and', of });
};

const TERM =
  /^\s*([A-Za-z_-]+)\s*(gt|lt|eq|ge|le|in|>=|<=|=|>|<)\s*(?:'([^']*)'|"([^"]*)"|([^\s'"]+))\s*(and\b|or\b|$)/i;
const spelled: Readonly<Record<string, Operator>> = { '>=': 'ge', '<=': 'le', '=': 'eq', '>': 'gt', '<': 'lt' };

/** `birth_date ge 2023-07-01 and place eq 16690`, read from left to right. */
const fromText = (text: string, digests: Digests): Read<Query> => {
  let rest = text;
  let joining: 'and' | 'or' | undefined;
  let sofar: Read<Query> | undefined;
  for (let terms = 0; terms < 20; terms += 1) {
    const match = TERM.exec(rest);
    if (match === null) return not('expression');
    const [whole, name, operator = '', single, double, bare, next = ''] = match;
    const asked = spelled[operator] ?? operator.toLowerCase();
    const read = term(name, asked, single ?? double ?? bare, digests);
    if (E.isLeft(read)) return read;
    sofar = sofar === undefined || joining === undefined ? read : joined(joining, sofar, read);
    rest = rest.slice(whole.length);
    if (next === '') return sofar;
    joining = next.toLowerCase() as 'and' | 'or';
  }
  return not('expression');
};

const byExpression = (query: object, digests: Digests): Read<Query> => {
  const { value } = query as Loose;
  const written = isObject(value) ? value['expression'] : undefined;
  return typeof written === 'string' && written.length <= 2_000 ? fromText(written, digests) : not('value.expression');
};

/** Reads a query. Errors: which part of it is not one we can answer; graphql is not. */
export const readQuery = (type: QueryType, query: object, digests: Digests): Read<Query> => {
  switch (type) {
    case 'idtype-value':
      return byIdentifier(query, digests);
    case 'expression':
      return byExpression(query, digests);
    case 'predicate':
      return byPredicate(query, digests);
    case 'graphql':
      return not('query_type');
  }
};

/** A filter may leave its type out; then its form tells. An empty one lets everything through. */
export const readFilter = (type: QueryType | undefined, filter: object, digests: Digests): Read<Query> => {
  if (!Array.isArray(filter) && Object.keys(filter).length === 0) return E.right({ is: 'everything' });
  if (type !== undefined) return readQuery(type, filter, digests);
  if (Array.isArray(filter)) return byPredicate(filter, digests);
  return isObject((filter as Loose)['value']) ? byExpression(filter, digests) : byIdentifier(filter, digests);
};

export const factOf = (entry: Entry, fact: FactName): string | undefined => {
  switch (fact) {
    case 'birth_date':
      return entry.bornOn;
    case 'death_date':
      return entry.diedOn;
    case 'registration_date':
      return entry.registeredOn;
    case 'place':
      return entry.place;
    case 'sex':
      return entry.sex;
    case 'event_type':
      return entry.group === 'birth' ? 'live-birth' : 'death';
    case 'entry':
      return entryNumber(entry);
  }
};

const compares = (is: string, operator: Operator, values: readonly string[]): boolean => {
  const [value = ''] = values;
  switch (operator) {
    case 'gt':
      return is > value;
    case 'lt':
      return is < value;
    case 'ge':
      return is >= value;
    case 'le':
      return is <= value;
    case 'eq':
    case 'in':
      return values.includes(is);
  }
};

/** Whether an entry answers a query. What an entry does not say answers nothing. */
export const answers = (query: Query, entry: Entry): boolean => {
  switch (query.is) {
    case 'everything':
      return true;
    case 'fact': {
      const is = factOf(entry, query.fact);
      return is !== undefined && compares(is, query.operator, query.values);
    }
    case 'person':
      return query.digests.some((digest) => entry.digests.includes(digest));
    case 'and':
      return query.of.every((part) => answers(part, entry));
    case 'or':
      return query.of.some((part) => answers(part, entry));
    case 'not':
      return !answers(query.of, entry);
  }
};
