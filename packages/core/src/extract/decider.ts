/** The electronic extract (bản điện tử): draft, the leader's signature, the organisation's seal, publication; paper where all fails. */
import { documentLaw } from '../dossier/governing-law.js';
import { emits, type Leg } from '../kernel/index.js';
import type { LawBook } from '../law/index.js';
import type { ExtractCommand, ExtractEvent } from './events.js';
import {
  type ExtractFacts,
  type ExtractReason,
  mayDraft,
  mayHandle,
  mayPublish,
  mayRecall,
  maySeal,
  maySign,
  slotNeeded,
} from './rules.js';
import { type Extract, evolveExtract, noExtract } from './state.js';

/** `form` names the document this extract is, such as `birth-certificate`. */
export const extract = (
  book: LawBook,
  form: string,
): Leg<ExtractCommand, ExtractEvent, Extract, ExtractFacts, ExtractReason> => ({
  initial: noExtract,
  evolve: evolveExtract,
  decide: (command, own, facts) => {
    const law = documentLaw(book, command.at);
    const view = { own, facts };
    const { version, stage } = own;
    const { id } = command.actor;
    switch (command.type) {
      case 'DraftExtract': {
        const { corrections } = facts;
        return emits(mayDraft(command, view, law), {
          type: 'ExtractDrafted',
          extract: version + 1,
          form,
          drafter: id,
          corrections,
        });
      }
      case 'ConfirmExtract':
        return emits(mayHandle(command, view, law), { type: 'ExtractConfirmed', extract: version });
      case 'ReturnExtract':
        return emits(mayHandle(command, view, law), { type: 'ExtractReturned', extract: version, ...command.data });
      case 'SignExtract':
        return emits(maySign(command, view, law), { type: 'ExtractSigned', extract: version, signer: id });
      case 'SealExtract':
        return emits(maySeal(command, view, law), { type: 'ExtractSealed', extract: version, signer: id });
      case 'TimestampExtract':
        return emits(mayHandle(command, view, law), { type: 'ExtractTimestamped', extract: version });
      case 'RecordSigningFailure':
        return emits(mayHandle(command, view, law), {
          type: 'ExtractSigningFailed',
          extract: version,
          ...command.data,
        });
      case 'PublishExtract': {
        const signed = slotNeeded(law, 'leader') || stage !== 'drafted';
        return emits<ExtractReason, ExtractEvent>(
          mayPublish(command, view, law),
          { type: 'ExtractPublished', extract: version, signed },
          ...replaced(own),
        );
      }
      case 'IssueExtractOnPaper':
        return emits<ExtractReason, ExtractEvent>(
          mayHandle(command, view, law),
          { type: 'ExtractIssuedOnPaper', extract: version },
          ...replaced(own),
        );
      case 'RecallExtract':
        return emits(mayRecall(command, view, law), { type: 'ExtractRecalled', extract: version, ...command.data });
    }
  },
});

/** A new version takes the place of the one that stood. */
const replaced = ({ issued, version }: Extract): readonly ExtractEvent[] =>
  issued > 0 && issued !== version ? [{ type: 'ExtractReplaced', extract: issued, by: version }] : [];
