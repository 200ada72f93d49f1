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
import { proves } from '../../death-registration/index.js';
import { funeralRules } from '../../funeral-benefit/index.js';
import { examine, type Rule, refuseUnless, when } from '../../kernel/index.js';
import { type DeathLeg, type LawBook, provision } from '../../law/index.js';
import { survivorRules } from '../../survivor-benefit/index.js';
import { dayOf } from '../../values/plain-date.js';
import type { ApplyForDeath } from './commands.js';
import type { DeathDeclaration } from './events.js';

export type DeathDeclarationReason =
  | FilingReason
  | 'DiedInFuture'
  | 'OutOfScope'
  | 'NotResponsiblePerson'
  | 'DeathEvidenceMissing'
  | 'WrongAuthority'
  | 'NoEntitlement';

type DeclarationRule = Rule<ApplyForDeath, FilingView, DeathDeclarationReason>;

const declared = ({ data }: ApplyForDeath): DeathDeclaration => data.declaration;
const without = (command: ApplyForDeath, ...legs: readonly DeathLeg[]): readonly DeathLeg[] =>
  declared(command).legs.filter((leg) => !legs.includes(leg));

const inScope: DeclarationRule = (command, view, law) =>
  declared(command).foreignElement && law.row(provision.deathScope)?.value.outside.includes('foreign-element') === true
    ? refuseUnless<ApplyForDeath, FilingView, DeathDeclarationReason, unknown>(
        'OutOfScope',
        provision.deathOutOfScopeForeign,
        () => false,
        {
          facts: { speciality: 'foreign-element' },
          elsewhere: (_, __, row) => servedAt(row),
        },
      )(command, view, law)
    : [];

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
  examine<ApplyForDeath, FilingView, DeathDeclarationReason>(
    opensOnce,
    refuseUnless(
      'DiedInFuture',
      provision.deathDeclarants,
      (command) => declared(command).diedOn <= dayOf(command.at),
      {
        facts: (command) => ({ diedOn: declared(command).diedOn, today: dayOf(command.at) }),
        remedy: (command) => ({ kind: 'change', at: 'declaration.diedOn', to: dayOf(command.at) }),
      },
    ),
    onOpenChannel(provision.deathFilingChannels),
    onOffer(provision.deathBundles),
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
