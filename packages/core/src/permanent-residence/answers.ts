/** What the commune police's answers mean for the residence leg (R7). */
import { dayIn, type Heard, textOf } from '../requests/heard.js';
import type { ResidenceEvent } from './events.js';
import type { ResidenceRefusalReason } from './ports.js';
import type { PermanentResidence } from './state.js';

const REFUSALS: readonly ResidenceRefusalReason[] = ['ConsentMissing', 'PlaceBanned', 'NoLawfulPlace'];

/** The final answers. `incomplete` is a matter of the file, and heard there. */
export const hearResidence = (own: PermanentResidence, heard: Heard): readonly ResidenceEvent[] => {
  if (own.decision === 'registered' || own.decision === 'refused') return [];
  const { attribution } = heard;
  switch (heard.answer.outcome) {
    case 'registered':
      return [
        {
          type: 'ResidenceRegistered',
          entry: textOf(heard, 'entry'),
          registeredOn: dayIn(heard, 'registeredOn'),
          attribution,
        },
      ];
    case 'refused': {
      const cause = REFUSALS.find((reason) => reason === textOf(heard, 'reason')) ?? 'NoLawfulPlace';
      return [{ type: 'ResidenceRefused', cause, attribution }];
    }
    case 'returned':
      return [{ type: 'ResidenceReturnedUpstream', field: textOf(heard, 'field'), attribution }];
    default:
      return [];
  }
};

/** What is told on the way: a verification opened. */
export const hearProgress = (own: PermanentResidence, step: string, cause: string): readonly ResidenceEvent[] =>
  step === 'verifying' && own.decision === 'open' && !own.verifying ? [{ type: 'VerificationOpened', cause }] : [];
