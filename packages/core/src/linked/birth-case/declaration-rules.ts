/** What a declaration must meet to open a case, all obstacles named at once. Examined under the law of the day it is filed. */
import type { Jurisdictions } from '../../authority/index.js';
import { examine, type Rule, refuseUnless } from '../../kernel/index.js';
import type { Row } from '../../law/dated.js';
import { provision } from '../../law/index.js';
import type { Where } from '../../law/parameters/out-of-scope.js';
import { addMonths, dayOf } from '../../values/plain-date.js';
import type { Apply } from './commands.js';
import { namesPermitted, parentsShare } from './declared-people.js';
import type { Declaration, Speciality } from './events.js';

export type DeclarationReason =
  | 'CaseAlreadyOpened'
  | 'BornInFuture'
  | 'ChannelNotOpen'
  | 'LegsNotOnOffer'
  | 'OutOfScope'
  | 'ProofOfBirthMissing'
  | 'NameNotPermitted'
  | 'ContentConflict'
  | 'WrongAuthority'
  | 'NoLawfulPlace'
  | 'PlaceBanned';

export type DeclarationView = Readonly<{ opened: boolean }>;
type DeclarationRule = Rule<Apply, DeclarationView, DeclarationReason>;

const outside = {
  foundling: provision.outOfScopeFoundling,
  surrogacy: provision.outOfScopeSurrogacy,
  'father-acknowledged': provision.outOfScopeFatherAcknowledged,
  'foreign-parent': provision.outOfScopeForeignParent,
  'border-area': provision.outOfScopeBorderArea,
  stillbirth: provision.outOfScopeStillbirth,
  'collective-household': provision.outOfScopeCollectiveHousehold,
} as const satisfies Record<Speciality, unknown>;

const where = (row: Row<unknown>) => {
  const { procedure, desk } = row.value as Where;
  return { procedure: procedure.en, desk: desk.en };
};

/** The special cases the group does not serve, each with the procedure and the desk that do (R57). */
const special: DeclarationRule = (command, view, law) => {
  const { speciality } = command.data.declaration;
  const scope = law.row(provision.groupScope)?.value;
  if (speciality === null || scope === undefined || !scope.outside.includes(speciality)) return [];
  return refuseUnless<Apply, DeclarationView, DeclarationReason, unknown>(
    'OutOfScope',
    outside[speciality],
    () => false,
    {
      facts: { speciality },
      elsewhere: (_, __, row) => where(row),
    },
  )(command, view, law);
};

const youngEnough: DeclarationRule = (command, view, law) => {
  const limit = law.row(provision.groupScope)?.value.ageLimitYears;
  const { bornOn } = command.data.declaration;
  return limit === undefined || dayOf(command.at) < addMonths(bornOn, 12 * limit)
    ? []
    : refuseUnless<Apply, DeclarationView, DeclarationReason, unknown>(
        'OutOfScope',
        provision.outOfScopeAge,
        () => false,
        {
          facts: { bornOn, ageLimitYears: limit },
          elsewhere: (_, __, row) => where(row),
        },
      )(command, view, law);
};

const firstCard: DeclarationRule = (command, view, law) => {
  const { legs, firstCard: first } = command.data.declaration;
  return first || !legs.includes('card') || law.row(provision.groupScope)?.value.firstCardOnly !== true
    ? []
    : refuseUnless<Apply, DeclarationView, DeclarationReason, unknown>(
        'OutOfScope',
        provision.outOfScopeLaterCard,
        () => false,
        {
          facts: { card: 'not-first' },
          remedy: { kind: 'change', at: 'declaration.legs', to: legs.filter((leg) => leg !== 'card') },
          elsewhere: (_, __, row) => where(row),
        },
      )(command, view, law);
};

/** How many legs two sets do not share. */
const apart = (one: readonly string[], other: readonly string[]): number =>
  one.filter((leg) => !other.includes(leg)).length + other.filter((leg) => !one.includes(leg)).length;

/** The offered set nearest to what was asked: with the fewest legs left out or added. */
const nearest = (offered: readonly (readonly string[])[], legs: readonly string[]): readonly string[] =>
  offered.reduce((best, set) => (apart(set, legs) < apart(best, legs) ? set : best), offered[0] ?? []);

const declared = ({ data }: Apply): Declaration => data.declaration;

export const mayApply = (jurisdictions: Jurisdictions) =>
  examine<Apply, DeclarationView, DeclarationReason>(
    refuseUnless('CaseAlreadyOpened', provision.oneRegistration, (_, { opened }) => !opened),
    refuseUnless('BornInFuture', provision.declarants, (command) => declared(command).bornOn <= dayOf(command.at), {
      facts: (command) => ({ bornOn: declared(command).bornOn, today: dayOf(command.at) }),
      remedy: (command) => ({ kind: 'change', at: 'declaration.bornOn', to: dayOf(command.at) }),
    }),
    refuseUnless(
      'ChannelNotOpen',
      provision.filingChannels,
      (command, _, channels) => channels.includes(declared(command).channel),
      {
        facts: (command, _, row) => ({ channel: declared(command).channel, open: row.value as readonly string[] }),
        remedy: (_, __, row) => ({
          kind: 'change',
          at: 'declaration.channel',
          to: (row.value as readonly string[])[0] ?? '',
        }),
      },
    ),
    refuseUnless(
      'LegsNotOnOffer',
      provision.legsOnOffer,
      (command, _, offered) => {
        const { legs } = declared(command);
        return offered.some((set) => set.length === legs.length && set.every((leg) => legs.includes(leg)));
      },
      {
        facts: (command) => ({ legs: declared(command).legs }),
        remedy: (command, _, row) => ({
          kind: 'change',
          at: 'declaration.legs',
          to: nearest(row.value as readonly (readonly string[])[], declared(command).legs),
        }),
      },
    ),
    special,
    youngEnough,
    firstCard,
    refuseUnless('ProofOfBirthMissing', provision.proofOfBirth, (command) => declared(command).proof.kind !== 'none', {
      remedy: { kind: 'change', at: 'declaration.proof', to: { kind: 'pledge' } },
    }),
    refuseUnless('NameNotPermitted', provision.permittedName, ({ data }) => namesPermitted(data.personal), {
      facts: { field: 'child.name' },
    }),
    refuseUnless(
      'ContentConflict',
      provision.contentFromParents,
      ({ data }, _, fields) => fields.every((field) => parentsShare(data.personal, field)),
      {
        facts: ({ data }, _, row) => ({
          fields: (row.value as readonly ('surname' | 'ethnicity' | 'nativePlace')[]).filter(
            (field) => !parentsShare(data.personal, field),
          ),
        }),
      },
    ),
    refuseUnless(
      'WrongAuthority',
      provision.competentCommune,
      (command, _, competence) => {
        const { authorities, mother, father } = declared(command);
        const places = [mother.residesIn, father.residesIn].filter((place) => place !== undefined);
        return (
          competence.scope === 'anywhere' ||
          places.some((place) => jurisdictions.covers(authorities.birth, place, dayOf(command.at)))
        );
      },
      {
        facts: (command) => ({ asked: declared(command).authorities.birth }),
        remedy: (command) => {
          const { mother, father } = declared(command);
          const to = mother.residesIn ?? father.residesIn;
          return to === undefined ? null : { kind: 'change', at: 'declaration.authorities.birth', to };
        },
      },
    ),
    refuseUnless(
      'NoLawfulPlace',
      provision.lawfulPlace,
      (command) => {
        const { legs, mother, father, lodging } = declared(command);
        return (
          !legs.includes('residence') ||
          lodging?.with === 'other' ||
          mother.residence !== 'none' ||
          father.residence !== 'none'
        );
      },
      {
        remedy: (command) => ({
          kind: 'change',
          at: 'declaration.legs',
          to: declared(command).legs.filter((leg) => leg !== 'residence'),
        }),
      },
    ),
    refuseUnless(
      'PlaceBanned',
      provision.bannedPlaces,
      (command, _, places) => {
        const { legs, lodging } = declared(command);
        return !legs.includes('residence') || lodging === null || !places.includes(lodging.place);
      },
      {
        facts: (command) => ({ place: declared(command).lodging?.place ?? null }),
        remedy: (command) => ({
          kind: 'change',
          at: 'declaration.legs',
          to: declared(command).legs.filter((leg) => leg !== 'residence'),
        }),
      },
    ),
  );
