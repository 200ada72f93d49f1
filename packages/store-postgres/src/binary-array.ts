/**
 * Arrays in PostgreSQL's binary form: an event's text goes over the wire as it is, with nothing quoted or escaped, and one
 * statement takes as many events as there are (the number of its parameters stays the same).
 */

/** Object ids of the element types; fixed since PostgreSQL has had them. */
const OID = { bool: 16, bytea: 17, int4: 23, text: 25, uuid: 2950 } as const;

const HEADER = 20;

const arrayOf = (type: number, items: readonly Uint8Array[]): Buffer => {
  const out = Buffer.allocUnsafe(items.reduce((size, item) => size + 4 + item.length, HEADER));
  // One dimension, no nulls, elements of this type, so many, counted from 1.
  for (const [index, value] of [1, 0, type, items.length, 1].entries()) out.writeInt32BE(value, 4 * index);
  let at = HEADER;
  for (const item of items) {
    at = out.writeInt32BE(item.length, at);
    out.set(item, at);
    at += item.length;
  }
  return out;
};

const int4 = (value: number): Buffer => {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeInt32BE(value);
  return bytes;
};

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

export const ints = (values: readonly number[]): Buffer => arrayOf(OID.int4, values.map(int4));
export const texts = (values: readonly string[]): Buffer =>
  arrayOf(
    OID.text,
    values.map((value) => Buffer.from(value, 'utf8')),
  );
/** Hexadecimal digits, two a byte. */
export const bytes = (values: readonly string[]): Buffer => arrayOf(OID.bytea, values.map(hex));
export const uuids = (values: readonly string[]): Buffer =>
  arrayOf(
    OID.uuid,
    values.map((value) => hex(value.replaceAll('-', ''))),
  );
export const flags = (values: readonly boolean[]): Buffer =>
  arrayOf(
    OID.bool,
    values.map((value) => Uint8Array.of(value ? 1 : 0)),
  );
