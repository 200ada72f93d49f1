/** Identity card of a child under six (cấp thẻ căn cước), a leg of the group since September 2026, only where the parents ask. */
import { type LegOfCase, procedure } from '../dossier/procedure.js';
import { emits } from '../kernel/index.js';
import { birthGroup, type LawBook, type Leg } from '../law/index.js';
import type { BirthPurpose, RequestIntended } from '../requests/events.js';
import { dayIn, type Heard, textOf } from '../requests/heard.js';
import { intend } from '../requests/ledger.js';
import type { IdentityCardCommand, IdentityCardEvent } from './events.js';
import { type IdentityCardReason, mayDecide, mayForward } from './rules.js';
import {
  type ChildIdentityCard,
  evolveIdentityCard,
  type IdentityCardFacts,
  identityCardEnded,
  noIdentityCard,
  type OwnIdentityCardEvent,
} from './state.js';

type Event = OwnIdentityCardEvent | RequestIntended<BirthPurpose>;

export const childIdentityCard = (
  book: LawBook,
): LegOfCase<
  Leg,
  IdentityCardCommand,
  Event,
  ChildIdentityCard,
  IdentityCardFacts,
  IdentityCardReason,
  OwnIdentityCardEvent
> =>
  procedure<
    Leg,
    IdentityCardCommand,
    Event,
    ChildIdentityCard,
    IdentityCardFacts,
    IdentityCardReason,
    OwnIdentityCardEvent
  >(book, birthGroup, {
    leg: 'identity-card',
    initial: noIdentityCard,
    evolve: evolveIdentityCard,
    ended: identityCardEnded,
    mayBegin: ({ extractPublished }) => extractPublished,
    decide: (command, view, { law, attribution }) => {
      switch (command.type) {
        case 'ForwardIdentityCard':
          return emits(mayForward(command, view, law), {
            ...intend(view.facts.requests, 'issue-identity-card'),
            attribution,
          });
        case 'DecideIdentityCard': {
          const { data } = command;
          return emits(
            mayDecide(command, view, law),
            data.decision === 'issue'
              ? { type: 'IdentityCardIssued', issuedOn: data.issuedOn, attribution }
              : { type: 'IdentityCardRefused', cause: data.cause, attribution },
          );
        }
      }
    },
  });

/** What the identity authority's answers mean for this leg (R7). */
export const hearIdentityCard = (own: ChildIdentityCard, heard: Heard): readonly IdentityCardEvent[] => {
  if (identityCardEnded(own)) return [];
  const { attribution } = heard;
  switch (heard.answer.outcome) {
    case 'issued':
      return [{ type: 'IdentityCardIssued', issuedOn: dayIn(heard, 'issuedOn'), attribution }];
    case 'refused':
      return [{ type: 'IdentityCardRefused', cause: textOf(heard, 'reason'), attribution }];
    default:
      return [];
  }
};
