/** One thing wrong at a time (dữ liệu sai từng chỗ): every field of a value missing, of another kind, or nobody's word; and one too many. */
import type { JsonObject, JsonValue } from '@lienthong/core/evidence';

/** `at` is the field that must be named. */
export type Spoiled = Readonly<{ at: string; raw: JsonObject; what: string }>;

const isObject = (value: JsonValue): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const without = (value: JsonObject, field: string): JsonObject =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== field));

const wrongFor = (value: JsonValue): readonly JsonValue[] => {
  if (typeof value === 'string') return [7, null, '', ' ', '\u0007', 'x'.repeat(5_000)];
  if (typeof value === 'number') return ['18000000', 1.5, -1, null];
  if (Array.isArray(value)) return ['papers', null, Array.from({ length: 500 }, () => 'papers')];
  return [7, null, [], { ' ': {} }, { deceased: 'Nguyễn' }];
};

/** `optional` fields of the value itself may be missing; `open` ones hold objects that are others'. */
export const spoil = (
  value: JsonObject,
  { optional = [], open = ['people'] }: Readonly<{ optional?: readonly string[]; open?: readonly string[] }> = {},
): readonly Spoiled[] => {
  const fieldsOf = Object.entries(value).flatMap(([field, inner]): readonly Spoiled[] => {
    const gone = optional.includes(field) ? [] : [{ at: field, raw: without(value, field), what: 'missing' }];
    const wrong = wrongFor(inner).map((bad) => ({ at: field, raw: { ...value, [field]: bad }, what: 'wrong' }));
    const [first] = Array.isArray(inner) ? (inner as readonly JsonValue[]) : [];
    const deeper =
      first === undefined || !isObject(first) || open.includes(field)
        ? []
        : spoil(first, { open }).map(({ at, raw, what }) => ({
            at: at === '' ? `${field}.0` : `${field}.0.${at}`,
            raw: { ...value, [field]: [raw] },
            what,
          }));
    return [...gone, ...wrong, ...deeper];
  });
  return [...fieldsOf, { at: '', raw: { ...value, somethingElse: 1 }, what: 'one too many' }];
};
