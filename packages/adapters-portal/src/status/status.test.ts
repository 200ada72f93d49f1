import { E } from '@lienthong/core/fp';
import { accept } from '@lienthong/core/received';
import { beforeAll, describe, expect, it } from 'vitest';
import { statusData, statusSchema } from '../cloud-events/data.js';
import { law, type Played, personalTexts, play, right } from '../harness/played.js';
import { groupOf } from './groups.js';
import { type History, historyOf } from './history.js';
import { AUDIENCES, type Audience, latestOf, messagesFor, type StatusMessage } from './views.js';

let played: Played;
let history: History;
let streams: readonly string[];

beforeAll(async () => {
  played = await play(12, 6);
  history = historyOf(played.journal, law);
  streams = [...new Set(played.events.map(({ stream }) => stream))].filter((stream) => groupOf(stream) !== undefined);
  for (const stream of streams) right(await history(stream));
}, 240_000);

const messages = async (stream: string, audience: Audience): Promise<readonly StatusMessage[]> =>
  messagesFor(audience)(right(await history(stream)).changes);

const all = async (audience: Audience): Promise<readonly StatusMessage[]> =>
  (await Promise.all(streams.map((stream) => messages(stream, audience)))).flat();

describe('the public status of a case', () => {
  it('begins with what was filed and ends with what was handed over, each leg of its own', async () => {
    for (const stream of streams) {
      const told = await messages(stream, 'portal');
      expect(told[0]).toMatchObject({ span: 'case', status: 'filed' });
      const last = latestOf(told);
      expect(last.find(({ span }) => span === 'case')?.status).toBe('closed');
      for (const { span, status } of last)
        if (span !== 'case') expect(['handed-over', 'refused', 'withdrawn', 'not-done'], span).toContain(status);
    }
  });

  it('reaches the words that a storm brings about', async () => {
    const said = new Set((await all('province')).map(({ status }) => status));
    for (const status of [
      'received',
      'supplement-asked',
      'registered',
      'extract-ready',
      'with-agency',
      'delayed',
      'escalated',
      'result-ready',
    ] as const)
      expect(said, status).toContain(status);
  });

  it('says nothing twice: of each span, what is told next looks otherwise', async () => {
    for (const audience of AUDIENCES)
      for (const stream of streams) {
        const last = new Map<string, string>();
        for (const { span, data } of await messages(stream, audience)) {
          const text = JSON.stringify(data);
          expect(last.get(span)).not.toBe(text);
          last.set(span, text);
        }
      }
  });

  it('names the citizen as whoever acts next, and what is wanted by when, while papers are missing', async () => {
    const asked = (await all('citizen')).filter(({ status, span }) => status === 'supplement-asked' && span !== 'case');
    expect(asked.length).toBeGreaterThan(0);
    for (const { data } of asked)
      expect(data).toMatchObject({ next: { by: 'citizen' }, toDo: [{ duty: 'bring-supplement' }] });
    const days = asked.flatMap(({ data }) =>
      (data['toDo'] as readonly { until: string | null }[]).map(({ until }) => until),
    );
    expect(days.some((until) => /^\d{4}-\d\d-\d\d$/.test(until ?? ''))).toBe(true);
  });

  it('keeps the support team from the citizen: to them it is a delay', async () => {
    expect((await all('province')).some(({ status }) => status === 'escalated')).toBe(true);
    const citizen = await all('citizen');
    expect(citizen.filter(({ status }) => status === 'escalated')).toEqual([]);
    expect(citizen.every(({ data }) => !('stuck' in data) && !('late' in data))).toBe(true);
    expect(JSON.stringify(citizen)).not.toContain('unit');
  });

  it('is the same whether it is folded at once or event by event, for every target under the same ids', async () => {
    const ids = async (audience: Audience) => (await all(audience)).map(({ id }) => id);
    expect(new Set(await ids('portal')).size).toBe((await ids('portal')).length);
    const province = new Set(await ids('province'));
    for (const id of await ids('portal')) expect(province).toContain(id);
    const anew = historyOf(played.journal, law, 1);
    const [stream] = streams as readonly [string];
    await anew(streams[1] as string);
    expect(right(await anew(stream))).toEqual(right(await history(stream)));
  });

  it('reads back by the schema that we publish, for each audience', async () => {
    for (const audience of AUDIENCES) {
      for (const { data } of await all(audience)) expect(E.isRight(accept(statusData[audience], data))).toBe(true);
      expect(statusSchema('urn:lienthong:schema:', audience)).toMatchObject({
        $schema: expect.stringContaining('2020-12'),
        $id: `urn:lienthong:schema:status-${audience}.v1`,
        type: 'object',
        additionalProperties: false,
      });
    }
  });

  it('has nothing of what is sealed in it', async () => {
    const texts = [...(await personalTexts(played.events))].filter((text) => /\p{Lu}\p{Ll}+ |\d{6}/u.test(text));
    expect(texts.length).toBeGreaterThan(50);
    const bytes = JSON.stringify((await Promise.all(AUDIENCES.map(all))).flat());
    expect(texts.filter((text) => bytes.includes(text))).toEqual([]);
  });

  it('knows an event that it cannot read, and no case of a notice or claim', async () => {
    expect(right(await history('claim-birth-abc'))).toEqual({ changes: [], head: -1 });
  });
});
