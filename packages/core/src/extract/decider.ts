/** The electronic extract (bản điện tử): draft, the leader's signature, the organisation's seal, publication; paper where all fails. */
import { documentLaw } from '../dossier/governing-law.js';
import { emits, type Leg } from '../kernel/index.js';
import type { LawBook } from '../law/index.js';
import type { ExtractCommand, ExtractEvent } from './events.js';
import { type ExtractedDocument, type ExtractFacts, type ExtractReason, extractRules, slotNeeded } from './rules.js';
import { type Extract, evolveExtract, noExtract } from './state.js';

export const extract = <R extends string>(
  book: LawBook,
  document: ExtractedDocument<R>,
): Leg<ExtractCommand, ExtractEvent, Extract, ExtractFacts, ExtractReason | R> => {
  const { mayDraft, mayHandle, maySign, maySeal, mayPublish, mayRecall } = extractRules(document);
  const decide: Leg<ExtractCommand, ExtractEvent, Extract, ExtractFacts, ExtractReason | R>['decide'] = (
    command,
    own,
    facts,
  ) => {
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
          form: document.form(law),
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
        return emits<ExtractReason | R, ExtractEvent>(
          mayPublish(command, view, law),
          { type: 'ExtractPublished', extract: version, signed },
          ...replaced(own),
        );
      }
      case 'IssueExtractOnPaper':
        return emits<ExtractReason | R, ExtractEvent>(
          mayHandle(command, view, law),
          { type: 'ExtractIssuedOnPaper', extract: version },
          ...replaced(own),
        );
      case 'RecallExtract':
        return emits(mayRecall(command, view, law), { type: 'ExtractRecalled', extract: version, ...command.data });
    }
  };
  return { initial: noExtract, decide, evolve: evolveExtract };
};

/** A new version takes the place of the one that stood. */
const replaced = ({ issued, version }: Extract): readonly ExtractEvent[] =>
  issued > 0 && issued !== version ? [{ type: 'ExtractReplaced', extract: issued, by: version }] : [];
