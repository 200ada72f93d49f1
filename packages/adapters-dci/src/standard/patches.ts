/** What is wrong in the published schemas, put right (các chỗ sửa), as JSON Patch (RFC 6902) with a reason beside each. */
import type { JsonObject, JsonValue } from '@lienthong/core/evidence';

export type Patch = Readonly<{
  id: string;
  op: 'add' | 'replace';
  path: string;
  value: JsonValue;
  reason: string;
}>;

const set: JsonValue = { anyOf: [{ type: 'object' }, { type: 'array', items: { type: 'object' } }] };

export const patches: readonly Patch[] = [
  {
    id: 'unsubscribe-codes',
    op: 'replace',
    path: '/$defs/unsubscribeRequest/required/2',
    value: 'subscription_codes',
    reason:
      'The required name is mistyped (sunscription_codes) while the field is subscription_codes: no right message passes. Later copies of 1.0.0 have it right.',
  },
  {
    id: 'unsubscribe-timestamp',
    op: 'add',
    path: '/$defs/unsubscribeResponse/properties/timestamp',
    value: { type: 'string', format: 'date-time' },
    reason:
      'The field is mistyped (timesatmp), so the timestamp that is required is not described and may be anything. Later copies of the civil document have it right.',
  },
  {
    id: 'status-by-any-list',
    op: 'replace',
    path: '/$defs/statusOf',
    value: {
      anyOf: [
        { type: 'string', maxLength: 99 },
        { type: 'array', items: { type: 'string' } },
      ],
    },
    reason:
      'oneOf over a transaction id and a correlation id, which are the same type: every single id matches twice and is refused. The list of subscription codes has no type, so that with anyOf alone a number would pass.',
  },
  {
    id: 'whole-numbers',
    op: 'replace',
    path: '/$defs/attributeValue/oneOf/1',
    value: { type: 'array', items: { type: ['string', 'number'] } },
    reason:
      'oneOf over integer and number: a whole number matches twice and is refused. In its place stands the list that the operator `in` needs and that was missing.',
  },
  {
    id: 'identifier-complete',
    op: 'add',
    path: '/$defs/query/anyOf/1/required',
    value: ['type', 'value'],
    reason: 'Neither type nor value is required, so a query that asks for nothing passes.',
  },
  {
    id: 'expression-complete',
    op: 'add',
    path: '/$defs/query/anyOf/0/required',
    value: ['type', 'value'],
    reason: 'As identifier-complete, for the expression template.',
  },
  {
    id: 'notice-of-several',
    op: 'replace',
    path: '/$defs/notifyRequest/properties/notify_event/items/properties/data/properties/reg_records',
    value: set,
    reason:
      'reg_records is a list in a search and an object in a notice, though both are described as a set: a receiver must take either. We send one object, which passes both ways.',
  },
  {
    id: 'status-with-records',
    op: 'replace',
    path: '/$defs/searchStatus/properties/search_response/items/properties/data/properties/reg_records',
    value: set,
    reason: 'The same answer to a search has a list of records where it is given, and an object where its status is.',
  },
  {
    id: 'on-subscribe-status',
    op: 'replace',
    path: '/$defs/on-subscribe/properties/header/allOf/0/$ref',
    value: '#/$defs/callbackHeader',
    reason: 'A callback is described with the header of a request: its status, which says yes or no, is not required.',
  },
  {
    id: 'on-unsubscribe-status',
    op: 'replace',
    path: '/$defs/on-unsubscribe/properties/header/allOf/0/$ref',
    value: '#/$defs/callbackHeader',
    reason: 'As on-subscribe: the header of a request stands where that of a callback belongs.',
  },
  {
    id: 'acknowledgment-says-something',
    op: 'add',
    path: '/$defs/acknowledgment/required',
    value: ['message'],
    reason: 'The immediate reply requires nothing, so an empty object would count as one.',
  },
];

const changed = (node: JsonValue, path: readonly string[], value: JsonValue): JsonValue => {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(node)) {
    return node.map((item, place) => (String(place) === step ? changed(item as JsonValue, rest, value) : item));
  }
  const object = node as JsonObject;
  return { ...object, [step]: changed(object[step] ?? {}, rest, value) };
};

/** A document with some patches applied; paths lead to what is there, but for the last step of an `add`. */
export const patched = (document: JsonObject, some: readonly Patch[] = patches): JsonObject =>
  some.reduce<JsonValue>(
    (sofar, { path, value }) => changed(sofar, path.split('/').slice(1), value),
    document,
  ) as JsonObject;
