/** Whether two texts are one slip of the typist apart (một lỗi gõ): a sign too many, too few, another, or two changed about. */
export const isOneSlip = (one: string, other: string): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1 || short === long) return false;
  let first = 0;
  while (first < short.length && short[first] === long[first]) first += 1;
  if (short.length < long.length) return short.slice(first) === long.slice(first + 1);
  if (short.slice(first + 1) === long.slice(first + 1)) return true;
  const turned = short[first] === long[first + 1] && short[first + 1] === long[first];
  return turned && short.slice(first + 2) === long.slice(first + 2);
};
