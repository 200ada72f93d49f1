import type { Instant } from '@lienthong/core';
import { E, TE } from '@lienthong/core/fp';
import { memoryViewStore } from '@lienthong/core/subscriptions';
import { beforeAll, describe, expect, it } from 'vitest';
import { anOffice, drain, keys, openOutbox, type Played, personalTexts, play, right } from '../harness/played.js';
import { SPANS, STATUSES } from '../status/vocabulary.js';
import { contactsIn } from './contacts.js';
import { type Contact, type Notice, type Notifier, toCitizens } from './notifier.js';
import { onceIn } from './once.js';
import { quietFor } from './quiet-hours.js';
import { isTold, textOf } from './templates.js';

let played: Played;

beforeAll(async () => {
  played = await play(6, 3);
}, 240_000);

type Sky = 'up' | 'down' | 'unknown';

const gateway = (repeats: Notifier['repeats']) => {
  const sent: Notice[] = [];
  const weather: { now: Sky } = { now: 'up' };
  const notifier: Notifier = {
    repeats,
    send: (notice) => async () => {
      if (weather.now === 'down') return E.left({ reason: 'sms:unreachable', sent: 'no' });
      sent.push(notice);
      if (weather.now === 'unknown') return E.left({ reason: 'OutcomeUnknown', sent: 'unknown' });
      return E.right({ is: 'taken' });
    },
  };
  return { sent, weather, notifier };
};

const NOON = '2026-08-01T05:00:00.000Z' as Instant;
const someone: Contact = { to: '+84000000000', language: 'vi' };

const anybody = (
  repeats: Notifier['repeats'],
  now: () => Instant = () => NOON,
  contact: Contact | undefined = someone,
) => {
  const desk = anOffice(played.journal, now);
  const sms = gateway(repeats);
  const doubts: string[] = [];
  const deliver = toCitizens({
    notifier: sms.notifier,
    contacts: () => TE.right(contact),
    once: onceIn(desk.views, 'sms'),
    clock: desk.clock,
    quiet: { from: '21:00', to: '07:00' },
    onDoubt: (id) => void doubts.push(id),
  });
  const open = () => openOutbox(desk, 'sms', { deliver }, { audience: 'citizen' });
  return { ...sms, doubts, open };
};

const ids = (sent: readonly Notice[]): readonly string[] => sent.map(({ id }) => id);

describe('telling the citizen', () => {
  it('tells each thing once, in words with the code of the dossier, and to whom it concerns', async () => {
    const { sent, open } = anybody('keyed');
    await drain(open());
    expect(sent.length).toBeGreaterThan(10);
    expect(new Set(ids(sent)).size).toBe(sent.length);
    for (const { text, to } of sent) {
      expect(text).toMatch(/^Hồ sơ [0-9a-f-]{36}: /);
      expect(to).toBe(someone.to);
    }
    await drain(open());
    expect(new Set(ids(sent)).size).toBe(sent.length);
  });

  it('has no place for a name, a number or an address', async () => {
    const texts = [...(await personalTexts(played.events))].filter((text) => /\p{Lu}\p{Ll}+ |\d{6}/u.test(text));
    const { sent, open } = anybody('keyed');
    await drain(open());
    const told = sent.map(({ text, id }) => `${id} ${text}`).join('\n');
    expect(texts.filter((text) => told.includes(text))).toEqual([]);
  });

  it('sends nothing twice through a gateway that keeps no ids, and says what is in doubt', async () => {
    const { sent, weather, doubts, open } = anybody('neither');
    weather.now = 'unknown';
    await drain(open());
    const before = [...ids(sent)];
    expect(before.length).toBeGreaterThan(0);
    expect(doubts).toEqual(before);
    weather.now = 'up';
    await drain(open());
    expect(ids(sent)).toEqual(before);
  });

  it('tries again what certainly did not go out', async () => {
    const { sent, weather, open } = anybody('neither');
    weather.now = 'down';
    await drain(open());
    expect(sent).toEqual([]);
    weather.now = 'up';
    await drain(open());
    expect(sent.length).toBeGreaterThan(10);
    expect(new Set(ids(sent)).size).toBe(sent.length);
  });

  it('wakes nobody: in the quiet hours it waits until they are over', async () => {
    let now = '2026-08-01T15:30:00.000Z' as Instant;
    const { sent, open } = anybody('keyed', () => now);
    const outbox = open();
    await outbox.hear(true).ended;
    const told = right(await outbox.tell());
    expect(told.trouble).toEqual({ reason: 'quiet-hours', waitMs: 8.5 * 3_600_000 });
    expect(sent).toEqual([]);
    now = '2026-08-02T00:00:00.000Z' as Instant;
    await drain(outbox);
    expect(sent.length).toBeGreaterThan(10);
  });

  it('passes over whoever cannot be reached', async () => {
    const desk = anOffice(played.journal, () => NOON);
    const { sent, notifier } = gateway('keyed');
    const deliver = toCitizens({
      notifier,
      contacts: () => TE.right(undefined),
      once: onceIn(desk.views, 'sms'),
      clock: desk.clock,
    });
    const outbox = openOutbox(desk, 'sms', { deliver }, { audience: 'citizen' });
    await drain(outbox);
    expect(sent).toEqual([]);
    expect(right(await outbox.place.marked('waiting/', '', 10)())).toEqual([]);
  });

  it('finds the applicant’s phone in the sealed block, opens nobody else’s, and leaves a record that it looked', async () => {
    const stream =
      played.events.find(({ type, stream }) => type === 'Applied' && stream.startsWith('birth-'))?.stream ?? '';
    const caseId = stream.slice('birth-'.length);
    const { journal } = played;
    const by = { id: 'notifier', role: 'courier' };
    const contacts = contactsIn({ journal, log: journal, keys, clock: { now: () => NOON }, by });
    const found = right(await contacts({ stream, caseId, id: 'a/birth' } as never)());
    const texts = await personalTexts(played.events.filter((event) => event.stream === stream));
    if (found !== undefined) expect(texts).toContain(found.to);
    const looks = right(await journal.read(`access-${caseId}`)()).events;
    expect(looks.at(-1)).toMatchObject({
      type: 'PersonalDataOpened',
      data: { subjects: ['applicant'], purpose: 'notify' },
    });
  });
});

describe('the sentences', () => {
  it('exist for all that is told, in both languages', () => {
    for (const span of SPANS)
      for (const status of STATUSES.filter((each) => isTold(span, each)))
        for (const language of ['vi', 'en'] as const) {
          const text = textOf({ code: 'G22.99.08-1', span, status, until: null }, language);
          expect(text).toMatch(
            language === 'vi' ? /^Hồ sơ G22\.99\.08-1: .+ .+\.$/ : /^Dossier G22\.99\.08-1: .+ .+\.$/,
          );
          expect(text).not.toContain('undefined');
        }
  });
  it('name what is asked and by when', () => {
    const asked = { code: 'X', span: 'birth', status: 'supplement-asked', duty: 'bring-supplement' } as const;
    const until = '2026-07-03' as never;
    expect(textOf({ ...asked, until }, 'vi')).toBe(
      'Hồ sơ X: đăng ký khai sinh cần bổ sung giấy tờ. Đề nghị nộp bổ sung, hạn 03/07/2026.',
    );
    expect(textOf({ ...asked, until }, 'en')).toBe(
      'Dossier X: birth registration needs further papers. Please bring what is missing, by 2026-07-03.',
    );
  });
});

it.each([
  ['2026-08-01T13:59:59.999Z', 0],
  ['2026-08-01T14:00:00.000Z', 10 * 3_600_000],
  ['2026-08-01T23:59:00.000Z', 60_000],
  ['2026-08-02T00:00:00.000Z', 0],
] as const)('quiet hours at %s', (at, ms) => {
  expect(quietFor({ from: '21:00', to: '07:00' }, at as Instant)).toBe(ms);
});

it('remembers and forgets by id', async () => {
  const once = onceIn(memoryViewStore(), 'sms');
  expect(right(await once.has('a')())).toBe(false);
  right(await once.remember('a')());
  expect(right(await once.has('a')())).toBe(true);
  right(await once.forget('a')());
  expect(right(await once.has('a')())).toBe(false);
});
