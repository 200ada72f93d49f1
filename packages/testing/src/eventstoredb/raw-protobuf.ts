/** The few protocol buffer fields that are written by hand: what the generated code cannot build, or must not know. */

const varint = (value: number): readonly number[] =>
  value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];

export const numberField = (field: number, value: number): Buffer =>
  Buffer.from([...varint(field * 8), ...varint(value)]);

export const bytesField = (field: number, value: Uint8Array | string): Buffer => {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'utf8') : value;
  return Buffer.concat([Buffer.from([...varint(field * 8 + 2), ...varint(bytes.length)]), bytes]);
};

/** Fields no release of the protocol has: a number, and a text. */
export const UNKNOWN_FIELDS: Buffer = Buffer.concat([numberField(2047, 7), bytesField(2046, 'of a later release')]);

/** A `google.rpc.Status` of this protocol: code, message, and one detail of this type. */
export const statusBytes = (code: number, message: string, type: string, detail: Uint8Array): Uint8Array =>
  Uint8Array.from(
    Buffer.concat([
      numberField(1, code),
      bytesField(2, message),
      bytesField(3, Buffer.concat([bytesField(1, `type.googleapis.com/${type}`), bytesField(2, detail)])),
    ]),
  );
