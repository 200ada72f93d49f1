/** What social insurance's answers mean for the card leg (R7). */
import type { LawBook } from '../law/dated.js';
import { dayIn, type Heard, sealedPart, textOf, textsOf } from '../requests/heard.js';
import type { CardEvent } from './events.js';
import { type CardFacts, type ChildHealthCard, cardEnded } from './state.js';
import { validityOf } from './validity.js';

export const hearCard = (
  own: ChildHealthCard,
  { bornOn }: CardFacts,
  heard: Heard,
  book: LawBook,
): readonly CardEvent[] => {
  if (cardEnded(own)) return [];
  const { attribution } = heard;
  switch (heard.answer.outcome) {
    case 'issued': {
      const issuedOn = dayIn(heard, 'issuedOn');
      return [
        { type: 'CardIssued', issuedOn, ...validityOf(book, bornOn, issuedOn), attribution, ...sealedPart(heard) },
      ];
    }
    case 'rejected':
      return [{ type: 'CardRejected', cause: 'CardDossierIncomplete', items: textsOf(heard, 'items'), attribution }];
    case 'returned':
      return [{ type: 'CardReturnedUpstream', field: textOf(heard, 'field'), attribution }];
    default:
      return [];
  }
};
