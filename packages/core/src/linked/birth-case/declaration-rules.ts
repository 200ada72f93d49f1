/** What a declaration must meet to open a case, all obstacles named at once. Examined under the law of the day it is filed. */
import {
  type FilingReason,
  type FilingView,
  onOffer,
  onOpenChannel,
  opensOnce,
  servedAt,
} from '../../application/declaring.js';
import type { Jurisdictions } from '../../authority/index.js';
import { examine, type Rule, refuseUnless } from '../../kernel/index.js';
import { provision } from '../../law/index.js';
import { addMonths, dayOf } from '../../values/plain-date.js';
import type { Apply } from './commands.js';
import { namesPermitted, parentsShare } from './declared-people.js';
import type { Declaration, Speciality } from './events.js';

export type DeclarationReason =
  | FilingReason
  | 'BornInFuture'
  | 'OutOfScope'
  | 'ProofOfBirthMissing'
  | 'NameNotPermitted'
  | 'ContentConflict'
  | 'WrongAuthority'
  | 'NoLawfulPlace'
  | 'PlaceBanned';

type DeclarationRule = Rule<Apply, FilingView, DeclarationReason>;

const outside = {
  foundling: provision.outOfScopeFoundling,
  surrogacy: provision.outOfScopeSurrogacy,
  'father-acknowledged': provision.outOfScopeFatherAcknowledged,
  'foreign-parent': provision.outOfScopeForeignParent,
  'border-area': provision.outOfScopeBorderArea,
  stillbirth: provision.outOfScopeStillbirth,
  'collective-household': provision.outOfScopeCollectiveHousehold,
} as const satisfies Record<Speciality, unknown>;

/** The special cases the group does not serve, each with the procedure and the desk that do (R57). */
const special: DeclarationRule = (command, view, law) => {
  const { speciality } = command.data.declaration;
  const scope = law.row(provision.groupScope)?.value;
  if (speciality === null || scope === undefined || !scope.outside.includes(speciality)) return [];
  return refuseUnless<Apply, FilingView, DeclarationReason, unknown>('OutOfScope', outside[speciality], () => false, {
    facts: { speciality },
    elsewhere: (_, __, row) => servedAt(row),
  })(command, view, law);
};

const youngEnough: DeclarationRule = (command, view, law) => {
  const limit = law.row(provision.groupScope)?.value.ageLimitYears;
  const { bornOn } = command.data.declaration;
  return limit === undefined || dayOf(command.at) < addMonths(bornOn, 12 * limit)
    ? []
    : refuseUnless<Apply, FilingView, DeclarationReason, unknown>('OutOfScope', provision.outOfScopeAge, () => false, {
        facts: { bornOn, ageLimitYears: limit },
        elsewhere: (_, __, row) => servedAt(row),
      })(command, view, law);
};

const firstCard: DeclarationRule = (command, view, law) => {
  const { legs, firstCard: first } = command.data.declaration;
  return first || !legs.includes('card') || law.row(provision.groupScope)?.value.firstCardOnly !== true
    ? []
    : refuseUnless<Apply, FilingView, DeclarationReason, unknown>(
        'OutOfScope',
        provision.outOfScopeLaterCard,
        () => false,
        {
          facts: { card: 'not-first' },
          remedy: { kind: 'change', at: 'declaration.legs', to: legs.filter((leg) => leg !== 'card') },
          elsewhere: (_, __, row) => servedAt(row),
        },
      )(command, view, law);
};

const declared = ({ data }: Apply): Declaration => data.declaration;

export const mayApply = (jurisdictions: Jurisdictions) =>
  examine<Apply, FilingView, DeclarationReason>(
    opensOnce,
    refuseUnless('BornInFuture', provision.declarants, (command) => declared(command).bornOn <= dayOf(command.at), {
      facts: (command) => ({ bornOn: declared(command).bornOn, today: dayOf(command.at) }),
      remedy: (command) => ({ kind: 'change', at: 'declaration.bornOn', to: dayOf(command.at) }),
    }),
    onOpenChannel(provision.filingChannels),
    onOffer(provision.legsOnOffer),
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
