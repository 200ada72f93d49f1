/** Health-insurance card of a child under six (cấp thẻ BHYT cho trẻ dưới 6 tuổi): forwarded, issued, rejected, returned upstream. */
import { type LegOfCase, procedure } from '../dossier/procedure.js';
import { emits } from '../kernel/index.js';
import { birthGroup, type LawBook, type Leg } from '../law/index.js';
import type { BirthPurpose, RequestIntended } from '../requests/events.js';
import { intend } from '../requests/ledger.js';
import type { CardCommand } from './events.js';
import { type CardReason, mayForward, mayIssue, mayTurnBack } from './rules.js';
import { type CardFacts, type ChildHealthCard, cardEnded, evolveCard, noCard, type OwnCardEvent } from './state.js';
import { validityOf } from './validity.js';

type Event = OwnCardEvent | RequestIntended<BirthPurpose>;

export const childHealthCard = (
  book: LawBook,
): LegOfCase<Leg, CardCommand, Event, ChildHealthCard, CardFacts, CardReason, OwnCardEvent> =>
  procedure<Leg, CardCommand, Event, ChildHealthCard, CardFacts, CardReason, OwnCardEvent>(book, birthGroup, {
    leg: 'card',
    initial: noCard,
    evolve: evolveCard,
    ended: cardEnded,
    mayBegin: ({ extractPublished }) => extractPublished,
    decide: (command, view, { law, attribution }) => {
      switch (command.type) {
        case 'ForwardCard':
          return emits(mayForward(command, view, law), { ...intend(view.facts.requests, 'issue-card'), attribution });
        case 'IssueCard': {
          const { issuedOn, personal } = command.data;
          const validity = validityOf(book, view.facts.bornOn, issuedOn);
          return emits(mayIssue(command, view, law), {
            type: 'CardIssued',
            issuedOn,
            ...validity,
            personal,
            attribution,
          });
        }
        case 'RejectCard': {
          const { items } = command.data;
          return emits(mayTurnBack(command, view, law), {
            type: 'CardRejected',
            cause: 'CardDossierIncomplete',
            items,
            attribution,
          });
        }
        case 'ReturnCardUpstream': {
          const { field } = command.data;
          return emits(mayTurnBack(command, view, law), { type: 'CardReturnedUpstream', field, attribution });
        }
      }
    },
  });
