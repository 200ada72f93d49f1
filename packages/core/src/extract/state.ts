/** Where the electronic extract stands: one version at a time, drawn up, signed, sealed, published (decisions.md R13). */
import type { ExtractEvent } from './events.js';

export type ExtractStage = 'none' | 'drafted' | 'signed' | 'sealed' | 'published' | 'on-paper' | 'recalled';

export type Extract = Readonly<{
  /** Version under way or last issued; 0 before the first. */
  version: number;
  stage: ExtractStage;
  drafter: string | null;
  confirmed: boolean;
  timestamped: boolean;
  failures: number;
  /** Corrections of the entry that the last draft shows. */
  corrections: number;
  /** The version that stands issued, electronically or on paper; 0 when none does. */
  issued: number;
  /** Whether an electronic one stands, on which the later legs may begin. */
  published: boolean;
}>;

export const noExtract: Extract = {
  version: 0,
  stage: 'none',
  drafter: null,
  confirmed: false,
  timestamped: false,
  failures: 0,
  corrections: 0,
  issued: 0,
  published: false,
};

export const evolveExtract = (own: Extract, event: ExtractEvent): Extract => {
  switch (event.type) {
    case 'ExtractDrafted':
      return {
        ...noExtract,
        version: event.extract,
        stage: 'drafted',
        drafter: event.drafter,
        corrections: event.corrections,
        issued: own.issued,
        published: own.published,
      };
    case 'ExtractConfirmed':
      return { ...own, confirmed: true };
    case 'ExtractReturned':
      return { ...own, stage: 'none', confirmed: false };
    case 'ExtractSigned':
      return { ...own, stage: 'signed' };
    case 'ExtractSealed':
      return { ...own, stage: 'sealed' };
    case 'ExtractTimestamped':
      return { ...own, timestamped: true };
    case 'ExtractSigningFailed':
      return { ...own, failures: own.failures + 1, stage: event.safe ? own.stage : 'none' };
    case 'ExtractPublished':
      return { ...own, stage: 'published', issued: event.extract, published: true };
    case 'ExtractIssuedOnPaper':
      // The electronic one it replaces, if there was one, no longer stands.
      return { ...own, stage: 'on-paper', issued: event.extract, published: false };
    case 'ExtractReplaced':
      return own;
    case 'ExtractRecalled':
      return { ...own, stage: 'recalled', issued: 0, published: false };
  }
};
