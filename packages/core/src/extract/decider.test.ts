import { anyBirthCommandOf } from '@lienthong/testing';
import { actors, alone, at, deciderLaws, order, specify } from '@lienthong/testing/spec';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { lawBook, provision } from '../law/index.js';
import { extract } from './decider.js';
import type { ExtractCommand, ExtractEvent } from './events.js';
import type { ExtractedDocument } from './rules.js';

const certificate: ExtractedDocument<'BirthNotRegistered'> = {
  form: () => 'birth-certificate',
  notRegistered: 'BirthNotRegistered',
  registers: 'RegisterBirth',
  drafterIsNotSigner: provision.drafterIsNotSigner,
};
const sheet = (corrections = 0) =>
  alone(extract(lawBook(), certificate), { registered: true, corrections }, () => true);
const given = specify(sheet());
const command = (...told: Parameters<typeof order>) => order(...told) as ExtractCommand;

const drafted: ExtractEvent = {
  type: 'ExtractDrafted',
  extract: 1,
  form: 'birth-certificate',
  drafter: actors.officer.id,
  corrections: 0,
};
const signed: ExtractEvent = { type: 'ExtractSigned', extract: 1, signer: actors.leader.id };
const sealed: ExtractEvent = { type: 'ExtractSealed', extract: 1, signer: actors.clerk.id };
const published: ExtractEvent = { type: 'ExtractPublished', extract: 1, signed: true };

describe('an extract by itself (bản điện tử)', () => {
  it('goes from draft to signature, seal and publication', () => {
    given().when(command('DraftExtract', {})).then(drafted);
    given(drafted).when(command('SignExtract', {})).then(signed);
    given(drafted, signed).when(command('SealExtract', {})).then(sealed);
    given(drafted, signed, sealed).when(command('PublishExtract', {})).then(published);
  });

  it('waits for an entry', () =>
    specify(alone(extract(lawBook(), certificate), { registered: false, corrections: 0 }, () => true))()
      .when(command('DraftExtract', {}))
      .thenRefused({ reason: 'BirthNotRegistered' }));

  it('is signed before it is sealed, and sealed before it is published', () => {
    given(drafted).when(command('SealExtract', {})).thenRefused({ reason: 'ExtractNotSigned' });
    given(drafted)
      .when(command('PublishExtract', {}))
      .thenRefused({ reason: 'ExtractNotSigned' }, { reason: 'ExtractNotSealed' });
  });

  it('that is returned is drawn up anew, under the next number', () =>
    given(drafted, signed, { type: 'ExtractReturned', extract: 1, cause: 'wrong-data' })
      .when(command('DraftExtract', {}))
      .then({ type: 'ExtractDrafted', extract: 2 }));

  it('takes the place of the one that stood once the entry was corrected', () => {
    const second: readonly ExtractEvent[] = [
      { ...drafted, extract: 2, corrections: 1 },
      { ...signed, extract: 2 },
      { ...sealed, extract: 2 },
    ];
    specify(sheet(1))(drafted, signed, sealed, published)
      .when(command('DraftExtract', {}))
      .then({ type: 'ExtractDrafted', extract: 2, corrections: 1 });
    specify(sheet(1))(drafted, signed, sealed, published, ...second)
      .when(command('PublishExtract', {}))
      .then({ type: 'ExtractPublished', extract: 2 }, { type: 'ExtractReplaced', extract: 1, by: 2 });
  });

  it('on paper is recalled like an electronic one, and drawn up again', () => {
    const recalled: readonly ExtractEvent[] = [drafted, { type: 'ExtractIssuedOnPaper', extract: 1 }];
    given(...recalled)
      .when(command('RecallExtract', { cause: 'wrong-data' }))
      .then({ type: 'ExtractRecalled', extract: 1 });
    given(...recalled, { type: 'ExtractRecalled', extract: 1, cause: 'wrong-data' })
      .when(command('DraftExtract', {}))
      .thenTypes('ExtractDrafted');
  });

  it('that was never drawn up is neither sealed nor published, not even in the pilot', () => {
    const pilot = { at: at('2023-03-01') };
    given()
      .when(command('SealExtract', {}, pilot))
      .thenRefused({ reason: 'ExtractNotDrafted' });
    given()
      .when(command('PublishExtract', {}, pilot))
      .thenRefused({ reason: 'ExtractNotDrafted' });
  });

  deciderLaws(
    sheet(),
    fc
      .constantFrom(
        'DraftExtract',
        'ConfirmExtract',
        'ReturnExtract',
        'SignExtract',
        'SealExtract',
        'PublishExtract',
        'IssueExtractOnPaper',
        'RecallExtract',
      )
      .chain((type) => anyBirthCommandOf(type as 'DraftExtract'))
      .map((any) => any as ExtractCommand),
  );
});
