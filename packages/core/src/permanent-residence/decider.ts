/** Permanent residence of the child (đăng ký thường trú): consents, verification, and the decision of the commune police. */
import { type LegOfCase, procedure } from '../dossier/procedure.js';
import { emits } from '../kernel/index.js';
import { birthGroup, type LawBook, type Leg } from '../law/index.js';
import type { BirthPurpose, RequestIntended } from '../requests/events.js';
import { intend } from '../requests/ledger.js';
import type { ResidenceCommand } from './events.js';
import { mayConsent, mayDecide, mayExpire, mayForward, mayVerify, type ResidenceReason } from './rules.js';
import {
  evolveResidence,
  noResidence,
  type OwnResidenceEvent,
  type PermanentResidence,
  type ResidenceFacts,
  residenceEnded,
} from './state.js';

type Event = OwnResidenceEvent | RequestIntended<BirthPurpose>;

export const permanentResidence = (
  book: LawBook,
): LegOfCase<Leg, ResidenceCommand, Event, PermanentResidence, ResidenceFacts, ResidenceReason, OwnResidenceEvent> =>
  procedure<Leg, ResidenceCommand, Event, PermanentResidence, ResidenceFacts, ResidenceReason, OwnResidenceEvent>(
    book,
    birthGroup,
    {
      leg: 'residence',
      initial: noResidence,
      evolve: evolveResidence,
      ended: residenceEnded,
      mayBegin: ({ extractPublished }) => extractPublished,
      decide: (command, view, { law, attribution }) => {
        switch (command.type) {
          case 'ForwardResidence':
            return emits(mayForward(command, view, law), {
              ...intend(view.facts.requests, 'register-residence'),
              attribution,
            });
          case 'RecordConsent': {
            const { from, mode } = command.data;
            return emits(mayConsent(command, view, law), { type: 'ConsentRecorded', from, mode });
          }
          case 'ExpireConsent':
            return emits(mayExpire(command, view, law), { type: 'ConsentExpired', from: command.data.from });
          case 'OpenVerification': {
            const { cause } = command.data;
            return emits(mayVerify(command, view, law), { type: 'VerificationOpened', cause, attribution });
          }
          case 'DecideResidence': {
            const { data } = command;
            return emits(
              mayDecide(command, view, law),
              data.decision === 'register'
                ? { type: 'ResidenceRegistered', entry: data.entry, registeredOn: data.registeredOn, attribution }
                : { type: 'ResidenceRefused', cause: data.cause, attribution },
            );
          }
        }
      },
    },
  );
