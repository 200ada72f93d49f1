/** What can be asked of the registers, and what is told of whom. */
import type { JsonObject } from '@lienthong/core/evidence';
import { E } from '@lienthong/core/fp';
import { whoLooked } from '@lienthong/core/personal-data';
import { describe, expect, it } from 'vitest';
import type { SearchItem } from '../message/types.js';
import { CHILD, DECEASED, MOTHER, PAYER, type Sides, twoSides } from '../trial/two-sides.js';

type Criteria = SearchItem['search_criteria'];

const CASES = ['a1', 'a2', 'a3'].map((end) => `00000000-0000-5000-8000-0000000000${end}`);
const NUMBERS = [CHILD, '040323000124', '040323000125'];
const DAYS = ['2023-07-12', '2023-07-14', '2023-07-13'];
const DEATH = '00000000-0000-5000-8000-0000000000d1';

const registered = async (other: Parameters<typeof twoSides>[0] = {}): Promise<Sides> => {
  const sides = await twoSides(other);
  for (const [at, id] of CASES.entries()) await sides.registerBirth(id, NUMBERS[at], DAYS[at]);
  await sides.registerDeath(DEATH);
  return sides;
};

type Found = Readonly<{
  status: string;
  status_reason_code?: string;
  data?: { reg_records: readonly JsonObject[] };
  total?: number;
}>;

const ask = async (sides: Sides, criteria: Criteria): Promise<Found> => {
  const answer = await sides.client.syncSearch(criteria)();
  if (E.isLeft(answer)) throw new Error(answer.left.kind);
  const [said] = answer.right.search_response;
  if (said === undefined) throw new Error('nothing said');
  const total = said.pagination?.total_count;
  return { ...said, ...(total === undefined ? {} : { total }) } as Found;
};

const byNumber = (value: string): Criteria => ({ query_type: 'idtype-value', query: { type: 'UIN', value } });
const written = (expression: string): Criteria => ({
  query_type: 'expression',
  query: { type: 'ns:org:QueryType:expression', value: { expression } },
});
const terms = (...query: readonly object[]): Criteria => ({ query_type: 'predicate', query });
const fact = (attribute_name: string, operator: string, attribute_value: unknown) => ({
  attribute_name,
  operator,
  attribute_value,
});
const casesOf = ({ data }: Found): readonly string[] =>
  (data?.reg_records ?? []).map((record) => String(record['@id']).split(':').at(-1) ?? '');

describe('searching by a number', () => {
  it('finds the child, with everything the standard has words for, and opens nobody else', async () => {
    const sides = await registered();
    const found = await ask(sides, byNumber(CHILD));
    expect(found).toMatchObject({ status: 'succ', total: 1 });
    expect(found.data?.reg_records[0]).toMatchObject({
      '@type': 'CRVS_Person',
      identifier: { identifier_type: 'UIN', identifier_value: CHILD },
      name: { surname: 'Nguyễn', second_name: 'Thị', given_name: 'An' },
      sex: 'female',
      birth_date: '2023-07-03',
      parent1_identifier: { identifier_type: 'UIN', identifier_value: MOTHER },
      registration: { book: '01/2023', number: 7, commune: '16690', registered_on: '2023-07-12' },
    });
    expect(JSON.stringify(found)).not.toContain('0900000009');
    const looks = await Promise.all([...CASES, DEATH].map((id) => whoLooked(sides.journal, id)()));
    expect(looks.map((look) => E.isRight(look) && look.right.length)).toEqual([1, 0, 0, 0]);
    expect(E.isRight(looks[0] ?? E.right([])) && looks[0]).toMatchObject({
      right: [{ by: { id: PAYER }, purpose: 'dci-search', subjects: ['child', 'father', 'mother'] }],
    });
    expect(sides.wrong).toEqual([]);
  });

  it('finds the deceased, without the cause and the papers', async () => {
    const sides = await registered();
    const found = await ask(sides, byNumber(DECEASED));
    expect(found.data?.reg_records).toMatchObject([{ death_date: '2025-08-09', death_place: { '@type': 'Place' } }]);
    expect(JSON.stringify(found)).not.toContain('0123456789');
  });

  it('finds the cancelled number too', async () => {
    const sides = await registered();
    const { digests } = sides.options;
    const event = { type: 'PersonalNumberReplaced', cause: 'wrong-sex', index: digests('040323000199').child } as const;
    await sides.more.birth(CASES[0] ?? '', event, { child: { personalNumber: '040323000199' } });
    for (const number of [CHILD, '040323000199']) {
      const found = await ask(sides, byNumber(number));
      expect(found.data?.reg_records).toMatchObject([{ identifier: { identifier_value: '040323000199' } }]);
    }
  });

  it('gives no more fields than were agreed with the sender', async () => {
    const sides = await registered({ sender: { fields: ['identifier', 'birth_date'] } });
    const found = await ask(sides, byNumber(CHILD));
    expect(Object.keys(found.data?.reg_records[0] ?? {}).toSorted()).toEqual(
      ['@context', '@id', '@type', 'birth_date', 'identifier', 'registration'].toSorted(),
    );
  });

  it('finds nothing of a register that the sender may not read', async () => {
    const sides = await registered({ sender: { sees: ['live-birth'] } });
    expect(await ask(sides, byNumber(DECEASED))).toMatchObject({ status: 'succ', total: 0 });
  });

  it('says of somebody who was erased that they were, and tells the entry', async () => {
    const sides = await registered();
    const keys = { ...sides.options.keys, keyOf: async () => 'erased' as const };
    const { dciRegistry } = await import('./registry.js');
    const { aMessage } = await import('../trial/messages.js');
    const registry = dciRegistry({ ...sides.options, keys });
    const body = JSON.stringify(await aMessage(sides, 'search'));
    const response = await registry(new Request('https://x/registry/sync/search', { method: 'POST', body }));
    expect(await response.json()).toMatchObject({
      message: {
        search_response: [
          { data: { reg_records: [{ identifier: { identifier_type: 'BRN' }, personal_data: 'erased' }] } },
        ],
      },
    });
  });
});

describe('searching by facts', () => {
  it.each([
    [written("registration_date ge 2023-07-13 and event_type eq 'live_birth'"), [1, 2]],
    [written('birth_date = 2023-07-03 or birth_date = 2023-07-05'), [0, 1]],
    [
      terms({
        expression1: fact('place', 'in', ['16690']),
        condition: 'not',
        expression2: fact('event_type', 'eq', 'Death'),
      }),
      [0, 1, 2],
    ],
    [
      terms(
        { seq_num: 2, expression1: fact('sex', 'eq', 'female') },
        { seq_num: 1, expression1: fact('birth_date', 'lt', '2023-07-05') },
      ),
      [0, 2],
    ],
    [
      terms({
        expression1: fact('registration_date', 'gt', '2023-07-12'),
        condition: 'and',
        expression2: fact('registration_date', 'le', '2023-07-13'),
      }),
      [2],
    ],
    [{ query_type: 'idtype-value', query: { type: 'BRN', value: '16690.01/2023.7' } } as const, [0, 1, 2]],
  ] as const)('%j', async (criteria, expected) => {
    const sides = await registered();
    const found = await ask(sides, criteria as Criteria);
    expect(found.status).toBe('succ');
    expect(casesOf(found).toSorted()).toEqual(expected.map((at) => CASES[at]));
    expect(sides.wrong).toEqual([]);
  });

  it('sorts, pages, and opens the records of one page alone', async () => {
    const sides = await registered();
    const births = written('event_type eq live_birth');
    const page = async (page_number: number, sort_order: 'asc' | 'desc') =>
      ask(sides, {
        ...births,
        sort: [{ attribute_name: 'registration_date', sort_order }],
        pagination: { page_size: 2, page_number },
      });
    const first = await page(1, 'desc');
    expect(casesOf(first)).toEqual([CASES[1], CASES[2]]);
    expect(first.total).toBe(3);
    const looked = await whoLooked(sides.journal, CASES[0] ?? '')();
    expect(E.isRight(looked) && looked.right).toEqual([]);
    expect(casesOf(await page(2, 'desc'))).toEqual([CASES[0]]);
    expect(casesOf(await page(1, 'asc'))).toEqual([CASES[0], CASES[2]]);
    expect(casesOf(await page(3, 'asc'))).toEqual([]);
    expect(sides.wrong).toEqual([]);
  });

  it.each([
    ['rjct.search_criteria.invalid', { query_type: 'graphql', query: { type: 'x', value: {} } }],
    ['rjct.search_criteria.invalid', byNumber('12')],
    ['rjct.search_criteria.invalid', { query_type: 'idtype-value', query: { type: 'MOBILE', value: '1' } }],
    ['rjct.search_criteria.invalid', written('birth_date eq yesterday')],
    ['rjct.search_criteria.invalid', written("birth_date eq '2023-07-03' xor")],
    ['rjct.search_criteria.invalid', terms({ expression1: fact('poverty', 'eq', '1') })],
    ['rjct.search_criteria.invalid', terms({ expression1: fact('sex', 'gt', 'female') })],
    ['rjct.sort.invalid', { ...written('sex eq female'), sort: [{ attribute_name: 'poverty' }] }],
    ['rjct.pagination.invalid', { ...written('sex eq female'), pagination: { page_size: 0 } }],
    ['rjct.pagination.invalid', { ...written('sex eq female'), pagination: { page_size: 1_000 } }],
    ['rjct.search.too_many_records_found', written('place eq 16690')],
  ] as const)('%s: %j', async (code, criteria) => {
    const sides = await registered({ limits: { page: 3 } });
    expect(await ask(sides, criteria as Criteria)).toMatchObject({ status: 'rjct', status_reason_code: code });
    expect(sides.wrong).toEqual([]);
  });

  it('rejects a reference that is used twice in one message, the second time', async () => {
    const sides = await registered();
    const { aMessage, bodies } = await import('../trial/messages.js');
    const body = bodies.search(sides);
    const [item] = body['search_request'] as readonly JsonObject[];
    const message = { ...body, search_request: [item, item] as never };
    const sent = await aMessage(sides, 'search', { message, header: { total_count: 2 } });
    const { body: reply } = await sides.raw('/registry/sync/search', sent);
    expect(reply).toMatchObject({
      message: { search_response: [{ status: 'succ' }, { status_reason_code: 'rjct.reference_id.duplicate' }] },
    });
  });
});

describe('asking how a transaction stands', () => {
  it('tells how an earlier search ended and how much was found, and no record', async () => {
    const sides = await registered();
    const asked = await sides.client.search(byNumber(CHILD))();
    if (E.isLeft(asked)) throw new Error(asked.left.kind);
    const { transaction, correlation_id, references } = asked.right;
    await sides.settled();
    expect(sides.heard).toMatchObject([{ kind: 'on-search' }]);
    for (const by of [
      { attribute_type: 'transaction_id', attribute_value: transaction },
      { attribute_type: 'correlation_id', attribute_value: correlation_id },
      { attribute_type: 'reference_id_list', attribute_value: references },
    ] as const) {
      const answer = await sides.client.syncTxnStatus({ txn_type: 'search', ...by })();
      expect(E.isRight(answer) && answer.right.txnstatus_response.txn_status).toMatchObject({
        transaction_id: transaction,
        search_response: [{ reference_id: references[0], status: 'succ', pagination: { total_count: 1 } }],
      });
      expect(JSON.stringify(answer)).not.toContain(CHILD);
    }
    expect(sides.wrong).toEqual([]);
  });
});
