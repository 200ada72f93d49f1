/** What a declaration must meet to open a case, all obstacles named at once. Examined under the law of the day it is filed. */
import type { Jurisdictions } from '../../authority/index.js';
import { proves } from '../../death-registration/index.js';
import { funeralRules } from '../../funeral-benefit/index.js';
import { examine, type Rule, refuseUnless, when } from '../../kernel/index.js';
import { type DeathLeg, type LawBook, provision, type Where } from '../../law/index.js';
import { survivorRules } from '../../survivor-benefit/index.js';
import { dayOf } from '../../values/plain-date.js';
import type { ApplyForDeath } from './commands.js';
import type { DeathDeclaration } from './events.js';

export type DeathDeclarationReason =
  | 'CaseAlreadyOpened'
  | 'DiedInFuture'
  | 'ChannelNotOpen'
  | 'LegsNotOnOffer'
  | 'OutOfScope'
  | 'NotResponsiblePerson'
  | 'DeathEvidenceMissing'
  | 'WrongAuthority'
  | 'NoEntitlement';

type View = Readonly<{ opened: boolean }>;
type DeclarationRule = Rule<ApplyForDeath, View, DeathDeclarationReason>;

const declared = ({ data }: ApplyForDeath): DeathDeclaration => data.declaration;
const without = (command: ApplyForDeath, ...legs: readonly DeathLeg[]): readonly DeathLeg[] =>
  declared(command).legs.filter((leg) => !legs.includes(leg));

const inScope: DeclarationRule = (command, view, law) =>
  declared(command).foreignElement && law.row(provision.deathScope)?.value.outside.includes('foreign-element') === true
    ? refuseUnless<ApplyForDeath, View, DeathDeclarationReason, unknown>(
        'OutOfScope',
        provision.deathOutOfScopeForeign,
        () => false,
        {
          facts: { speciality: 'foreign-element' },
          elsewhere: (_, __, row) => {
            const { procedure, desk } = row.value as Where;
            return { procedure: procedure.en, desk: desk.en };
          },
        },
      )(command, view, law)
    : [];

/** How many legs two sets do not share. */
const apart = (one: readonly string[], other: readonly string[]): number =>
  one.filter((leg) => !other.includes(leg)).length + other.filter((leg) => !one.includes(leg)).length;

/** The offered set nearest to what was asked: with the fewest legs left out or added. */
const nearest = (offered: readonly (readonly string[])[], legs: readonly string[]): readonly string[] =>
  offered.reduce((best, set) => (apart(set, legs) < apart(best, legs) ? set : best), offered[0] ?? []);

/** Where the last residence was; without one, where the person died or was found. */
const competentPlace = ({ lastResidence, placeOfDeath }: DeathDeclaration): string => lastResidence ?? placeOfDeath;

/** Whether anything is given to whom the funeral leg was chosen for, today. One asked for outside the bundle is told so later. */
const funeralEntitled = (book: LawBook, command: ApplyForDeath): boolean => {
  const { legs, funeral, diedOn } = declared(command);
  if (!legs.includes('funeral')) return true;
  if (funeral === null) return false;
  const around = { authorities: {}, diedOn, extractPublished: false, requests: {} };
  const { awards, place } = funeralRules.entitlement(book, { ...around, ...funeral }, dayOf(command.at));
  return awards.length > 0 || place === 'outside';
};

const survivorsEntitled = (book: LawBook, command: ApplyForDeath): boolean => {
  const { legs, survivors, diedOn } = declared(command);
  if (!legs.includes('survivor')) return true;
  if (survivors === null) return false;
  const around = { authorities: {}, diedOn, extractPublished: false, requests: {}, consentsMissing: [] };
  const { awards, place } = survivorRules.entitlement(book, { ...around, survivors }, dayOf(command.at));
  return awards.length > 0 || place === 'outside';
};

export const mayApply = (book: LawBook, jurisdictions: Jurisdictions) =>
  examine<ApplyForDeath, View, DeathDeclarationReason>(
    refuseUnless('CaseAlreadyOpened', provision.oneRegistration, (_, { opened }) => !opened),
    refuseUnless(
      'DiedInFuture',
      provision.deathDeclarants,
      (command) => declared(command).diedOn <= dayOf(command.at),
      {
        facts: (command) => ({ diedOn: declared(command).diedOn, today: dayOf(command.at) }),
        remedy: (command) => ({ kind: 'change', at: 'declaration.diedOn', to: dayOf(command.at) }),
      },
    ),
    refuseUnless(
      'ChannelNotOpen',
      provision.deathFilingChannels,
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
      provision.deathBundles,
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
    inScope,
    refuseUnless(
      'NotResponsiblePerson',
      provision.deathDeclarants,
      (command, _, declarants) => declarants.includes(declared(command).declarant),
      { facts: (_, __, row) => ({ declarants: row.value as readonly string[] }) },
    ),
    refuseUnless(
      'DeathEvidenceMissing',
      provision.deathEvidence,
      (command, _, kinds) => {
        const { evidence, longPast } = declared(command);
        return proves(kinds, { evidence: evidence.kind, longPast, noticeAttached: false });
      },
      {
        facts: (command) => ({ evidence: declared(command).evidence.kind }),
        remedy: { kind: 'change', at: 'declaration.evidence', to: { kind: 'commune-confirmation' } },
      },
    ),
    refuseUnless(
      'WrongAuthority',
      provision.deathCompetentCommune,
      (command, _, competence) => {
        const { authorities } = declared(command);
        return (
          competence.scope === 'anywhere' ||
          jurisdictions.covers(authorities.death, competentPlace(declared(command)), dayOf(command.at))
        );
      },
      {
        facts: (command) => ({ asked: declared(command).authorities.death }),
        remedy: (command) => ({
          kind: 'change',
          at: 'declaration.authorities.death',
          to: competentPlace(declared(command)),
        }),
      },
    ),
    when(
      (command) => !funeralEntitled(book, command),
      refuseUnless('NoEntitlement', provision.benefitRouting, () => false, {
        facts: (command) => ({ leg: 'funeral', classes: declared(command).funeral?.classes ?? [] }),
        remedy: (command) => ({ kind: 'change', at: 'declaration.legs', to: without(command, 'funeral', 'survivor') }),
      }),
    ),
    when(
      (command) => funeralEntitled(book, command) && !survivorsEntitled(book, command),
      refuseUnless('NoEntitlement', provision.benefitRouting, () => false, {
        facts: { leg: 'survivor' },
        remedy: (command) => ({ kind: 'change', at: 'declaration.legs', to: without(command, 'survivor') }),
      }),
    ),
  );
