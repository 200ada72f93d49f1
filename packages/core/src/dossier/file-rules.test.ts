import { at, commune, elsewhere, order, specify } from '@lienthong/testing/spec';
import { describe, it } from 'vitest';
import type { Decider } from '../kernel/index.js';
import { birthGroup, type Leg, lawBook } from '../law/index.js';
import type { LegDossierCommand } from './commands.js';
import { AWAITED, type Dossier, evolveDossier } from './dossier.js';
import type { FileEvent, SupplementRequested } from './events.js';
import { decideFile, type FileReason, receive } from './file-rules.js';

const book = lawBook();
type Event = FileEvent<Leg>;

const file = (mayBegin = true): Decider<LegDossierCommand<Leg>, Event, Dossier, FileReason> => ({
  initial: AWAITED,
  decide: (command, dossier) =>
    decideFile(book, birthGroup)(command, { leg: 'birth', dossier, ended: false, authority: commune, mayBegin }),
  evolve: evolveDossier,
});
const given = specify(file());

const command = (...told: Parameters<typeof order>) => order(...told) as LegDossierCommand<Leg>;
const receiving = (agency: string, time = '10:00:00') =>
  command('ReceiveDossier', { leg: 'birth', agency }, { at: at('2023-07-12', time) });
const asking = command('RequestSupplement', { leg: 'birth', items: ['birth-notice'], cause: 'incomplete' });
const supplying = (on: string) =>
  command('ProvideSupplement', { leg: 'birth', items: ['birth-notice'] }, { at: at(on) });

const received = receive(book, birthGroup, 'birth', at('2023-07-12'), commune);
const asked: SupplementRequested<Leg> = {
  type: 'SupplementRequested',
  leg: 'birth',
  items: ['birth-notice'],
  cause: 'incomplete',
  round: 1,
  until: '2023-07-21' as never,
  breach: false,
};

describe('a leg’s file (hồ sơ)', () => {
  it('received at 15:00:00 counts from that day, a second later from the next', () => {
    given()
      .when(receiving(commune, '15:00:00'))
      .then({ type: 'DossierReceived', countsFrom: '2023-07-12' as never });
    given()
      .when(receiving(commune, '15:00:01'))
      .then({ type: 'DossierReceived', countsFrom: '2023-07-13' as never });
  });

  it('carries the law and the rulebooks of the day of its receipt', () =>
    given()
      .when(receiving(commune))
      .then({ type: 'DossierReceived', law: { ...received.law }, rulebooks: received.rulebooks }));

  it('goes to the competent unit', () =>
    given()
      .when(receiving(elsewhere))
      .thenRefused({ reason: 'WrongAuthority', remedy: { kind: 'change', at: 'agency', to: commune } }));

  it('of a later leg waits for the published certificate', () =>
    specify(file(false))().when(receiving(commune)).thenRefused({ reason: 'ExtractNotPublished' }));

  it('is asked to be completed within seven working days', () => given(received).when(asking).then(asked));

  it('asked for twice by one desk is a breach, recorded and not refused', () =>
    given(received, asked, { type: 'Supplemented', leg: 'birth', items: [], at: at('2023-07-13'), countsFrom: null })
      .when(asking)
      .then({ type: 'SupplementRequested', round: 2, breach: true }));

  it('is completed on the seventh working day, and not on the eighth', () => {
    given(received, asked)
      .when(supplying('2023-07-21'))
      .then({ type: 'Supplemented', countsFrom: '2023-07-21' as never });
    given(received, asked)
      .when(supplying('2023-07-24'))
      .thenRefused({ reason: 'SupplementOverdue', facts: { until: '2023-07-21' } });
  });
});
