/**
 * The messages of the DCI CRVS registry API v1.0.0 as a JSON Schema, in our own words: what its document requires, with the
 * flaws it was first published with. The document itself is not here, for its licence could not be read; `patches.ts` says what
 * is wrong in it.
 */
import type { JsonObject, JsonValue } from '@lienthong/core/evidence';

const ref = (name: string): JsonObject => ({ $ref: `#/$defs/${name}` });
const text: JsonObject = { type: 'string' };
const short: JsonObject = { type: 'string', maxLength: 99 };
const long: JsonObject = { type: 'string', maxLength: 999 };
const moment: JsonObject = { type: 'string', format: 'date-time' };
const flag: JsonObject = { type: 'boolean' };
const whole: JsonObject = { type: 'integer' };
const number: JsonObject = { type: 'number' };
const anything: JsonObject = { type: 'object' };
const oneOf = (...codes: readonly string[]): JsonObject => ({ type: 'string', enum: codes });
const list = (items: JsonObject): JsonObject => ({ type: 'array', items });
const object = (properties: JsonObject, ...required: readonly string[]): JsonObject => ({
  type: 'object',
  properties,
  ...(required.length === 0 ? {} : { required }),
});

/** A language by three letters (ISO 639-3); the example beside it in the document has two. */
const locale: JsonObject = { type: 'string', pattern: '^[a-z]{3}$' };
const status = oneOf('rcvd', 'pdng', 'succ', 'rjct');
const subscriptionStatus = oneOf('subscribe', 'unsubscribe');
const txnType = oneOf('search', 'subscribe', 'unsubscribe');
const queryType = oneOf('idtype-value', 'expression', 'predicate', 'graphql');

const headerReasons = oneOf(
  'rjct.version.invalid',
  'rjct.message_id.duplicate',
  'rjct.message_ts.invalid',
  'rjct.action.invalid',
  'rjct.action.not_supported',
  'rjct.total_count.invalid',
  'rjct.total_count.limit_exceeded',
  'rjct.errors.too_many',
);
const searchReasons = oneOf(
  'rjct.reference_id.invalid',
  'rjct.reference_id.duplicate',
  'rjct.timestamp.invalid',
  'rjct.search_criteria.invalid',
  'rjct.filter.invalid',
  'rjct.sort.invalid',
  'rjct.pagination.invalid',
  'rjct.search.too_many_records_found',
);
const subscribeReasons = oneOf(
  'rjct.reference_id.invalid',
  'rjct.reference_id.duplicate',
  'rjct.timestamp.invalid',
  'rjct.notify_types.invalid',
  'rjct.notify_details.invalid',
  'rjct.person_id.invalid',
  'rjct.event.already_subscribed',
);
const unsubscribeReasons = oneOf(
  'rjct.reference_id.invalid',
  'rjct.reference_id.duplicate',
  'rjct.timestamp.invalid',
  'rjct.subscription_code.invalid',
  'rjct.requester.invalid',
  'rjct.event.already_unsubscribed',
);
const transportCodes = oneOf(
  'err.request.bad',
  'err.request.unauthorized',
  'err.request.forbidden',
  'err.request.not_found',
  'err.request.timeout',
  'err.version.not_supported',
  'err.request.too_many_requests',
  'err.sender_id.invalid',
  'err.sender_uri.invalid',
  'err.receiver_id.invalid',
  'err.signature.missing',
  'err.signature.invalid',
  'err.encryption.invalid',
  'err.service.unavailable',
);

const reasoned = (codes: JsonObject): JsonObject => ({ status_reason_code: codes, status_reason_message: long });

const headers: JsonObject = {
  requestHeader: object(
    {
      version: text,
      message_id: text,
      message_ts: moment,
      action: text,
      sender_id: text,
      sender_uri: { type: 'string', format: 'uri' },
      receiver_id: text,
      total_count: whole,
      is_msg_encrypted: flag,
      meta: anything,
    },
    'message_id',
    'message_ts',
    'action',
    'sender_id',
    'total_count',
  ),
  callbackHeader: object(
    {
      version: text,
      message_id: text,
      message_ts: moment,
      action: text,
      status,
      ...reasoned(headerReasons),
      total_count: whole,
      completed_count: whole,
      sender_id: text,
      receiver_id: text,
      is_msg_encrypted: flag,
      meta: anything,
    },
    'message_id',
    'message_ts',
    'action',
    'status',
  ),
};

const queries: JsonObject = {
  attributeValue: {
    oneOf: [text, whole, number, flag, anything],
  },
  expression: object(
    {
      attribute_name: text,
      operator: oneOf('gt', 'lt', 'eq', 'ge', 'le', 'in'),
      attribute_value: ref('attributeValue'),
    },
    'attribute_name',
    'operator',
    'attribute_value',
  ),
  predicate: list(
    object(
      {
        seq_num: number,
        expression1: ref('expression'),
        condition: oneOf('and', 'or', 'not'),
        expression2: ref('expression'),
      },
      'expression1',
    ),
  ),
  query: {
    anyOf: [
      object({ type: text, value: anything }),
      object({ type: text, value: ref('attributeValue') }),
      ref('predicate'),
    ],
  },
  filter: {
    anyOf: [
      object({ type: text, value: anything }),
      object({ type: text, value: ref('attributeValue') }),
      ref('predicate'),
    ],
  },
};

const page: JsonObject = object(
  { page_size: number, page_number: number, total_count: number },
  'page_size',
  'page_number',
  'total_count',
);

const searchAnswer = (records: JsonObject): JsonObject =>
  object(
    {
      transaction_id: short,
      correlation_id: short,
      search_response: list(
        object(
          {
            reference_id: text,
            timestamp: moment,
            status,
            ...reasoned(searchReasons),
            data: object({ version: text, reg_type: text, reg_record_type: text, reg_records: records }, 'reg_records'),
            pagination: page,
            locale,
          },
          'reference_id',
          'timestamp',
          'status',
        ),
      ),
    },
    'transaction_id',
    'correlation_id',
    'search_response',
  );

const subscription: JsonObject = object(
  {
    version: text,
    code: short,
    status: subscriptionStatus,
    timestamp: moment,
    reg_type: text,
    reg_event_type: text,
    filter_type: queryType,
    filter: ref('filter'),
    notify_record_type: text,
    locale,
  },
  'code',
  'status',
  'timestamp',
);

const bodies: JsonObject = {
  searchRequest: object(
    {
      transaction_id: short,
      search_request: list(
        object(
          {
            reference_id: text,
            timestamp: moment,
            search_criteria: object(
              {
                version: text,
                reg_type: text,
                reg_record_type: text,
                query_type: queryType,
                query: ref('query'),
                sort: list(object({ attribute_name: text, sort_order: oneOf('asc', 'desc') })),
                pagination: object({ page_size: number, page_number: number }, 'page_size'),
                consent: anything,
                authorize: anything,
              },
              'query_type',
              'query',
            ),
            locale,
          },
          'reference_id',
          'timestamp',
          'search_criteria',
        ),
      ),
    },
    'transaction_id',
    'search_request',
  ),
  searchResponse: searchAnswer(list(anything)),
  subscribeRequest: object(
    {
      transaction_id: short,
      subscribe_request: list(
        object(
          {
            reference_id: text,
            timestamp: moment,
            subscribe_criteria: object(
              {
                version: text,
                reg_type: text,
                reg_event_type: text,
                frequency: object(
                  { start_time: moment, end_time: moment, frequency: text },
                  'start_time',
                  'end_time',
                  'frequency',
                ),
                filter_type: queryType,
                filter: ref('filter'),
                notify_record_type: text,
                authorize: anything,
              },
              'reg_event_type',
              'filter',
              'notify_record_type',
            ),
            locale,
          },
          'reference_id',
          'timestamp',
          'subscribe_criteria',
        ),
      ),
    },
    'transaction_id',
    'subscribe_request',
  ),
  subscribeResponse: object(
    {
      transaction_id: short,
      correlation_id: short,
      subscribe_response: list(
        object(
          {
            reference_id: text,
            timestamp: moment,
            status,
            ...reasoned(subscribeReasons),
            subscriptions: list(subscription),
            pagination: page,
            locale,
          },
          'reference_id',
          'timestamp',
          'status',
        ),
      ),
    },
    'transaction_id',
    'correlation_id',
    'subscribe_response',
  ),
  unsubscribeRequest: object(
    { transaction_id: short, timestamp: moment, subscription_codes: list(short) },
    'transaction_id',
    'timestamp',
    'sunscription_codes',
  ),
  unsubscribeResponse: object(
    {
      transaction_id: short,
      correlation_id: short,
      timesatmp: moment,
      status,
      ...reasoned(unsubscribeReasons),
      subscription_status: list(object({ code: short, status: subscriptionStatus }, 'code', 'status')),
    },
    'transaction_id',
    'correlation_id',
    'timestamp',
    'status',
  ),
  txnStatusRequest: object(
    {
      transaction_id: short,
      txnstatus_request: object(
        {
          reference_id: text,
          txn_type: txnType,
          attribute_type: oneOf('transaction_id', 'reference_id_list', 'correlation_id', 'subscription_code_list'),
          attribute_value: ref('statusOf'),
          locale,
        },
        'reference_id',
        'txn_type',
        'attribute_type',
        'attribute_value',
      ),
    },
    'transaction_id',
    'txnstatus_request',
  ),
  statusOf: { oneOf: [short, list(text), short, { items: short }] },
  txnStatusResponse: object(
    {
      transaction_id: short,
      correlation_id: short,
      txnstatus_response: object(
        {
          txn_type: txnType,
          txn_status: { oneOf: [ref('searchStatus'), ref('subscribeResponse'), ref('unsubscribeResponse')] },
        },
        'txn_type',
        'txn_status',
      ),
    },
    'transaction_id',
    'correlation_id',
    'txnstatus_response',
  ),
  searchStatus: searchAnswer(anything),
  notifyRequest: object(
    {
      transaction_id: short,
      notify_event: list(
        object(
          {
            reference_id: text,
            timestamp: moment,
            data: object(
              { version: text, reg_type: text, reg_event_type: text, reg_record_type: text, reg_records: anything },
              'reg_record_type',
              'reg_records',
            ),
            locale,
          },
          'reference_id',
          'timestamp',
          'data',
        ),
      ),
    },
    'transaction_id',
    'notify_event',
  ),
};

const envelope = (action: string, header: string, body: string, ...required: readonly string[]): JsonObject =>
  object(
    {
      signature: text,
      header: { allOf: [ref(header), { properties: { action: { enum: [action] } } }] },
      message: ref(body),
    },
    ...required,
  );

const both = ['header', 'message'] as const;

/** By the path they are posted to; `acknowledgment` is the immediate reply. */
const messages: JsonObject = {
  search: envelope('search', 'requestHeader', 'searchRequest', ...both),
  'on-search': envelope('on-search', 'callbackHeader', 'searchResponse', 'header'),
  subscribe: envelope('subscribe', 'requestHeader', 'subscribeRequest', ...both),
  'on-subscribe': envelope('on-subscribe', 'requestHeader', 'subscribeResponse', ...both),
  unsubscribe: envelope('unsubscribe', 'requestHeader', 'unsubscribeRequest', ...both),
  'on-unsubscribe': envelope('on-unsubscribe', 'requestHeader', 'unsubscribeResponse', ...both),
  'txn-status': envelope('txn-status', 'requestHeader', 'txnStatusRequest', ...both),
  'txn-on-status': envelope('txn-on-status', 'callbackHeader', 'txnStatusResponse', 'header'),
  notify: envelope('notify', 'callbackHeader', 'notifyRequest', 'header'),
  acknowledgment: object({
    message: object(
      {
        ack_status: oneOf('ACK', 'NACK', 'ERR'),
        timestamp: moment,
        correlation_id: short,
        error: object({ code: transportCodes, message: long }),
      },
      'ack_status',
      'timestamp',
      'correlation_id',
    ),
  }),
};

export type MessageName =
  | 'search'
  | 'on-search'
  | 'subscribe'
  | 'on-subscribe'
  | 'unsubscribe'
  | 'on-unsubscribe'
  | 'txn-status'
  | 'txn-on-status'
  | 'notify'
  | 'acknowledgment';

export const published: JsonObject = {
  $id: 'https://lienthong.example/dci/v1/messages',
  $defs: { ...headers, ...queries, ...bodies, ...messages } as JsonValue,
};
