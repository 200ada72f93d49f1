/** What may come next on the way of an extract: drawn up, signed, sealed, published; some of it going wrong. */
import type { BirthCase, BirthCommand } from '@lienthong/core/birth-case';
import type { Dice } from './dice.js';
import { type Choice, type MoveOf, moving } from './move.js';

/** The same orders in either group. */
type ExtractOrder = Extract<
  BirthCommand,
  {
    type:
      | 'DraftExtract'
      | 'ConfirmExtract'
      | 'ReturnExtract'
      | 'SignExtract'
      | 'SealExtract'
      | 'TimestampExtract'
      | 'RecordSigningFailure'
      | 'PublishExtract'
      | 'IssueExtractOnPaper'
      | 'RecallExtract';
  }
>;
const move = moving<ExtractOrder>();

type Setting = Readonly<{
  extract: BirthCase['extract'];
  registration: Readonly<{ registration: Readonly<{ status: string }>; corrections: number }>;
}>;

export const extractMoves = (
  { extract, registration }: Setting,
  dice: Dice,
): readonly Choice<MoveOf<ExtractOrder>>[] => {
  if (registration.registration.status !== 'registered') return [];
  const onTheWay: readonly Choice<MoveOf<ExtractOrder>>[] = [
    [2, () => move('ConfirmExtract', {})],
    [1, () => move('TimestampExtract', {})],
    [1, () => move('ReturnExtract', { cause: 'wrong-data' })],
    [
      1,
      () =>
        move('RecordSigningFailure', {
          slot: dice.pick(['leader', 'seal']),
          cause: 'token-lost',
          safe: dice.chance(70),
        }),
    ],
    [1, () => move('IssueExtractOnPaper', {})],
  ];
  switch (extract.stage) {
    case 'none':
    case 'recalled':
    case 'on-paper':
      return [[14, () => move('DraftExtract', {})]];
    case 'drafted':
      return [[14, () => move('SignExtract', {})], [1, () => move('PublishExtract', {})], ...onTheWay];
    case 'signed':
      return [[14, () => move('SealExtract', {})], ...onTheWay];
    case 'sealed':
      return [[14, () => move('PublishExtract', {})], ...onTheWay];
    case 'published':
      return [
        [registration.corrections > extract.corrections ? 12 : 1, () => move('DraftExtract', {})],
        [1, () => move('RecallExtract', { cause: 'wrong-data' })],
      ];
  }
};

/** The next order of those who only want it published. */
export const certifying = ({ extract }: Pick<Setting, 'extract'>): MoveOf<ExtractOrder> => {
  switch (extract.stage) {
    case 'none':
    case 'recalled':
    case 'on-paper':
    case 'published':
      return move('DraftExtract', {});
    case 'drafted':
      return move('SignExtract', {});
    case 'signed':
      return move('SealExtract', {});
    case 'sealed':
      return move('PublishExtract', {});
  }
};
