/** Searching (tra cứu): entries are found by facts, then the records of one page alone are opened. */
import type { JsonObject } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';
import type { SearchItem, SearchReason, SearchRequest } from '../message/types.js';
import { RECORD_TYPE, REGISTRY_TYPE } from '../vital-events.js';
import { type Answered, type Exchange, isRepeated, NOT_NOW, rejected } from './answer.js';
import type { Outcome } from './book.js';
import type { Entry } from './entries.js';
import type { Env } from './options.js';
import { answers, factNamed, factOf, readQuery } from './query.js';
import { recordOf } from './record.js';
import type { Sender } from './senders.js';

type Criteria = SearchItem['search_criteria'];
type Page = Readonly<{ size: number; number: number }>;
type Order = (one: Entry, other: Entry) => number;
type Plan = Readonly<{ matches: (entry: Entry) => boolean; order: Order; page: Page | undefined }>;

const pageOf = ({ pagination }: Criteria, most: number): Either<SearchReason, Page | undefined> => {
  if (pagination === undefined) return E.right(undefined);
  const { page_size: size, page_number: number = 1 } = pagination;
  const whole = (value: number): boolean => Number.isSafeInteger(value) && value >= 1;
  return whole(size) && whole(number) && size <= most ? E.right({ size, number }) : E.left('rjct.pagination.invalid');
};

const orderOf = ({ sort = [] }: Criteria): Either<SearchReason, Order> => {
  const keys = sort.map(({ attribute_name, sort_order = 'asc' }) => ({ fact: factNamed(attribute_name), sort_order }));
  if (keys.some(({ fact }) => fact === undefined || fact === 'uin')) return E.left('rjct.sort.invalid');
  return E.right((one, other) => {
    for (const { fact, sort_order } of keys) {
      if (fact === undefined || fact === 'uin') continue;
      const [a, b] = [factOf(one, fact) ?? '', factOf(other, fact) ?? ''];
      if (a !== b) return (a < b ? -1 : 1) * (sort_order === 'asc' ? 1 : -1);
    }
    return 0;
  });
};

const planOf = (env: Env, sender: Sender, criteria: Criteria): Either<SearchReason, Plan> => {
  const query = readQuery(criteria.query_type, criteria.query, env.digests);
  if (E.isLeft(query)) return E.left('rjct.search_criteria.invalid');
  const order = orderOf(criteria);
  if (E.isLeft(order)) return order;
  const page = pageOf(criteria, env.limits.page);
  if (E.isLeft(page)) return page;
  const seen = (entry: Entry): boolean => sender.sees.includes(entry.group === 'birth' ? 'live-birth' : 'death');
  return E.right({
    matches: (entry) => seen(entry) && answers(query.right, entry),
    order: order.right,
    page: page.right,
  });
};

const paged = (found: readonly Entry[], page: Page | undefined): readonly Entry[] =>
  page === undefined ? found : found.slice((page.number - 1) * page.size, page.number * page.size);

type Item = Readonly<{ said: JsonObject; outcome: Outcome }>;

const refused = (reference: string, at: Exchange['at'], reason?: string): Item => ({
  said: rejected(reference, at, reason, reason === undefined ? NOT_NOW : undefined),
  outcome: { reference, status: 'rjct', ...(reason === undefined ? {} : { reason }) },
});

const recordsOf = async (
  env: Env,
  sender: Sender,
  entries: readonly Entry[],
  id: string,
  at: Exchange['at'],
): Promise<readonly JsonObject[] | undefined> => {
  const records: JsonObject[] = [];
  for (const entry of entries) {
    const record = await recordOf(env.opening, entry, { id, at, sender, purpose: 'dci-search' })();
    if (E.isLeft(record)) return undefined;
    records.push(record.right);
  }
  return records;
};

const searchOne = async (env: Env, sender: Sender, item: SearchItem, exchange: Exchange): Promise<Item> => {
  const { reference_id: reference, search_criteria: criteria } = item;
  const { at, messageId } = exchange;
  const plan = planOf(env, sender, criteria);
  if (E.isLeft(plan)) return refused(reference, at, plan.left);
  const all = await env.entries.all()();
  if (E.isLeft(all)) return refused(reference, at);
  const { matches, order, page } = plan.right;
  const found = all.right.filter(matches).toSorted(order);
  if (page === undefined && found.length > env.limits.page) {
    return refused(reference, at, 'rjct.search.too_many_records_found');
  }
  const records = await recordsOf(env, sender, paged(found, page), `dci/${sender.id}/${messageId}/${reference}`, at);
  if (records === undefined) return refused(reference, at);
  const { size, number } = page ?? { size: env.limits.page, number: 1 };
  return {
    said: {
      reference_id: reference,
      timestamp: at,
      status: 'succ',
      data: { version: '1.0.0', reg_type: REGISTRY_TYPE, reg_record_type: RECORD_TYPE, reg_records: records },
      pagination: { page_size: size, page_number: number, total_count: found.length },
      locale: 'vie',
    },
    outcome: { reference, status: 'succ', total: found.length },
  };
};

export const search = async (
  env: Env,
  sender: Sender,
  { search_request }: SearchRequest,
  exchange: Exchange,
): Promise<Answered> => {
  const items: Item[] = [];
  for (const [place, item] of search_request.entries()) {
    items.push(
      isRepeated(search_request, place)
        ? refused(item.reference_id, exchange.at, 'rjct.reference_id.duplicate')
        : await searchOne(env, sender, item, exchange),
    );
  }
  return {
    message: {
      transaction_id: exchange.transaction,
      correlation_id: exchange.correlation,
      search_response: items.map(({ said }) => said),
    },
    outcomes: items.map(({ outcome }) => outcome),
  };
};
