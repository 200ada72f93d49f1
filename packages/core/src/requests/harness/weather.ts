/** Weather (tình huống đường truyền): what becomes of each ask, reply and look-up, drawn beforehand. It ends, and then all is well. */
import fc from 'fast-check';

/** What becomes of one ask. `held-up`: whoever asked may stop waiting before it arrives. */
const FATES = ['prompt', 'later', 'lost', 'reply-lost', 'held-up', 'twice'] as const;
const TROUBLES = ['unreachable', 'busy', 'login-refused'] as const;
export type Fate = (typeof FATES)[number] | (typeof TROUBLES)[number];
export type Look = 'fine' | 'fails' | 'reply-lost';

export type Weather = Readonly<{
  /** By case: the fates of its asks, one after another. */
  asks: readonly (readonly Fate[])[];
  /** Of each reply sent by itself, when its copies come, in hours; none when it is lost. */
  copies: readonly (readonly number[])[];
  /** Of the look-ups and fetchings, one after another. */
  looks: readonly Look[];
  /** Whether the agency keeps what it sends until it hears that it was recorded. */
  keeps: boolean;
}>;

/** Some are shut out for so long that nobody goes on trying. */
const anyAsks: fc.Arbitrary<readonly Fate[]> = fc.oneof(
  { weight: 4, arbitrary: fc.array(fc.constantFrom<Fate>(...FATES, ...TROUBLES), { minLength: 1, maxLength: 6 }) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom<Fate>(...TROUBLES), { minLength: 10, maxLength: 12 }) },
);

export const anyWeather: fc.Arbitrary<Weather> = fc.record({
  asks: fc.array(anyAsks, { minLength: 1, maxLength: 4 }),
  copies: fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 3 }), { minLength: 1, maxLength: 6 }),
  looks: fc.array(fc.constantFrom<Look>('fine', 'fine', 'fails', 'reply-lost'), { maxLength: 20 }),
  keeps: fc.boolean(),
});

/** What a run met on its way. */
export const MET = [
  'ask lost before effect',
  'reply lost after effect',
  'ask or reply repeated',
  'asks or replies reordered',
  'ask arrived after the waiting',
  'turned away at the door',
] as const;
export type Met = (typeof MET)[number];
