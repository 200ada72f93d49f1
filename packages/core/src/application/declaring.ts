/** What a declaration of either group must meet to open a case, beside what its own group asks. */
import { type Command, type Rule, refuseUnless } from '../kernel/index.js';
import type { Row } from '../law/dated.js';
import type { Parameter } from '../law/index.js';
import { provision } from '../law/index.js';
import type { Channel } from '../law/parameters/group.js';
import type { Where } from '../law/parameters/out-of-scope.js';

export type FilingReason = 'CaseAlreadyOpened' | 'ChannelNotOpen' | 'LegsNotOnOffer';
export type FilingView = Readonly<{ opened: boolean }>;

type Filing = Command<
  'Apply',
  Readonly<{ declaration: Readonly<{ legs: readonly string[]; channel: Channel }> }> & Readonly<Record<string, unknown>>
>;
type FilingRule = Rule<Filing, FilingView, FilingReason>;

export const opensOnce: FilingRule = refuseUnless(
  'CaseAlreadyOpened',
  provision.oneRegistration,
  (_, { opened }) => !opened,
);

export const onOpenChannel = (channels: Parameter<readonly Channel[]>): FilingRule =>
  refuseUnless('ChannelNotOpen', channels, ({ data }, _, open) => open.includes(data.declaration.channel), {
    facts: ({ data }, _, row) => ({ channel: data.declaration.channel, open: row.value as readonly string[] }),
    remedy: (_, __, row) => ({
      kind: 'change',
      at: 'declaration.channel',
      to: (row.value as readonly string[])[0] ?? '',
    }),
  });

/** How many legs two sets do not share. */
const apart = (one: readonly string[], other: readonly string[]): number =>
  one.filter((leg) => !other.includes(leg)).length + other.filter((leg) => !one.includes(leg)).length;

/** The offered set nearest to what was asked: with the fewest legs left out or added. */
const nearest = (offered: readonly (readonly string[])[], legs: readonly string[]): readonly string[] =>
  offered.reduce((best, set) => (apart(set, legs) < apart(best, legs) ? set : best), offered[0] ?? []);

export const onOffer = (bundles: Parameter<readonly (readonly string[])[]>): FilingRule =>
  refuseUnless(
    'LegsNotOnOffer',
    bundles,
    ({ data }, _, offered) => offered.some((set) => apart(set, data.declaration.legs) === 0),
    {
      facts: ({ data }) => ({ legs: data.declaration.legs }),
      remedy: ({ data }, _, row) => ({
        kind: 'change',
        at: 'declaration.legs',
        to: nearest(row.value as readonly (readonly string[])[], data.declaration.legs),
      }),
    },
  );

/** The procedure and the desk that serve what the group does not. */
export const servedAt = (row: Row<unknown>): Readonly<{ procedure: string; desk: string }> => {
  const { procedure, desk } = row.value as Where;
  return { procedure: procedure.en, desk: desk.en };
};
