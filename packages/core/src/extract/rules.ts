/** The rules of the extract, each on its provision: two people, two signatures, in order. */
import { examine, type Rule, refuseUnless } from '../kernel/index.js';
import type { LawInForce, Provision } from '../law/dated.js';
import { provision } from '../law/index.js';
import type { SlotRole } from '../law/parameters/extract.js';
import type { ExtractCommand, RecallExtract, SignExtract } from './events.js';
import type { Extract, ExtractStage } from './state.js';

export type ExtractReason =
  | 'ExtractUnderWay'
  | 'ExtractNotDrafted'
  | 'ExtractNotSigned'
  | 'ExtractNotSealed'
  | 'ExtractNotIssued'
  | 'SignerIsDrafter';

export type ExtractFacts = Readonly<{ registered: boolean; corrections: number }>;
export type ExtractView = Readonly<{ own: Extract; facts: ExtractFacts }>;

/** What is drawn up here, and from which entry. */
export type ExtractedDocument<R extends string> = Readonly<{
  /** Its name, by the law of the day it is drawn up. */
  form: (law: LawInForce) => string;
  /** What stands in the way while there is no entry, and the command that makes one. */
  notRegistered: R;
  registers: string;
  drafterIsNotSigner: Provision;
}>;

type ExtractRule = Rule<ExtractCommand, ExtractView, ExtractReason>;

/** Whether the law of the day asks for this signature. */
export const slotNeeded = (law: LawInForce, role: SlotRole): boolean =>
  law.row(provision.extractSlots)?.value.slots.some((slot) => slot.role === role && slot.mandatory) ?? false;

const draft = { kind: 'command', command: 'DraftExtract', by: 'civil-status-officer' } as const;
const sign = { kind: 'command', command: 'SignExtract', by: 'commune-leader' } as const;
const sealIt = { kind: 'command', command: 'SealExtract', by: 'clerk' } as const;

const inStage =
  (...stages: readonly ExtractStage[]) =>
  (_: ExtractCommand, { own }: ExtractView): boolean =>
    stages.includes(own.stage);

export const extractRules = <R extends string>({
  notRegistered,
  registers,
  drafterIsNotSigner,
}: ExtractedDocument<R>) => {
  /** The officer draws up, the chair issues: whatever is signed, sealed or issued was drawn up before. */
  const drafted: ExtractRule = refuseUnless(
    'ExtractNotDrafted',
    drafterIsNotSigner,
    inStage('drafted', 'signed', 'sealed'),
    { remedy: draft },
  );
  const signed: ExtractRule = refuseUnless(
    'ExtractNotSigned',
    provision.extractSlots,
    (_, { own }, __, law) => own.stage !== 'drafted' || !slotNeeded(law, 'leader'),
    { remedy: sign },
  );

  return {
    /** Drawn up first, again after a return or a recall, electronically after paper, and anew once the entry was corrected. */
    mayDraft: examine<ExtractCommand, ExtractView, ExtractReason | R>(
      refuseUnless(notRegistered, provision.extractValue, (_, { facts }) => facts.registered, {
        remedy: { kind: 'command', command: registers, by: 'civil-status-officer' },
      }),
      refuseUnless(
        'ExtractUnderWay',
        drafterIsNotSigner,
        (_, { own, facts }) =>
          own.stage === 'none' ||
          own.stage === 'recalled' ||
          own.stage === 'on-paper' ||
          (own.stage === 'published' && facts.corrections > own.corrections),
        { facts: (_, { own }) => ({ stage: own.stage }) },
      ),
    ),

    mayHandle: examine<ExtractCommand, ExtractView, ExtractReason>(drafted),

    /** The leader signs what another drew up, and signs before the seal. */
    maySign: examine<SignExtract, ExtractView, ExtractReason>(
      refuseUnless('ExtractNotDrafted', drafterIsNotSigner, inStage('drafted'), { remedy: draft }),
      refuseUnless('SignerIsDrafter', drafterIsNotSigner, ({ actor }, { own }) => actor.id !== own.drafter, {
        remedy: sign,
      }),
    ),

    maySeal: examine<ExtractCommand, ExtractView, ExtractReason>(
      refuseUnless('ExtractNotDrafted', drafterIsNotSigner, inStage('drafted', 'signed'), { remedy: draft }),
      signed,
    ),

    mayPublish: examine<ExtractCommand, ExtractView, ExtractReason>(
      drafted,
      signed,
      refuseUnless(
        'ExtractNotSealed',
        provision.extractSlots,
        (_, { own }, __, law) => own.stage === 'sealed' || !slotNeeded(law, 'organisation'),
        { remedy: sealIt },
      ),
    ),

    mayRecall: examine<RecallExtract, ExtractView, ExtractReason>(
      refuseUnless('ExtractNotIssued', provision.extractValue, inStage('published', 'on-paper'), {
        remedy: { kind: 'command', command: 'PublishExtract', by: 'clerk' },
      }),
    ),
  };
};
