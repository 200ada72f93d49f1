import { describe, expect, it } from 'vitest';
import { developmentKeys } from '../evidence/index.js';
import { E } from '../fp.js';
import { consequentId, handle, memoryJournal } from '../kernel/index.js';
import { lawBook } from '../law/index.js';
import { atInVietnam, day } from '../values/plain-date.js';
import { type BirthNotice, birthNoticeKind, noticeEvents, type ReceiveBirthNotice } from './index.js';

const at = atInVietnam(day('2023-07-12'), 9 * 3_600_000);
const notice: BirthNotice = {
  code: '00012.GCS.40020.0',
  facility: '40020',
  bornAt: atInVietnam(day('2023-07-11'), 3 * 3_600_000),
  bornOn: day('2023-07-11'),
  sex: 'female',
  order: 1,
  multiple: 1,
  weightGrams: 3_120,
  signed: true,
};
const personal = { mother: { name: { surname: 'Trần', given: 'Hoa' } } };

const receive = (change: Partial<BirthNotice> = {}, role = 'health-facility', n = 0): ReceiveBirthNotice => ({
  id: consequentId(`notice/${n}/${JSON.stringify(change)}`),
  type: 'ReceiveBirthNotice',
  at,
  actor: { id: 'hospital-40020', role },
  data: { ...notice, ...change, personal },
});

const kind = birthNoticeKind(lawBook());
const desk = () => {
  const env = { journal: memoryJournal({ clock: { now: () => at } }), keys: developmentKeys('test') };
  return (command: ReceiveBirthNotice) => handle(env)(kind)(`notice-${consequentId('paper')}`, command)();
};
const reasons = (done: Awaited<ReturnType<ReturnType<typeof desk>>>): readonly string[] =>
  E.isRight(done) && E.isLeft(done.right) ? done.right.left.map(({ reason }) => reason) : [];

describe("the hospital's notice of birth (giấy chứng sinh)", () => {
  it('is received in a stream of its own, its people sealed', async () => {
    const put = desk();
    expect(await put(receive())).toMatchObject({
      right: { right: { events: [{ type: 'BirthNoticeReceived', ...notice }] } },
    });
    expect(kind.events.keep({ type: 'BirthNoticeReceived', ...notice, personal }).facts).not.toHaveProperty('personal');
  });

  it('may come unsigned and be signed later (F11), and then nothing is left to add', async () => {
    const put = desk();
    await put(receive({ signed: false }));
    expect(reasons(await put(receive({ signed: true })))).toEqual([]);
    expect(reasons(await put(receive({ signed: true, weightGrams: null })))).toEqual(['NoticeReceivedAlready']);
  });

  it('is one paper: another number belongs to another stream', async () => {
    const put = desk();
    await put(receive({ signed: false }));
    expect(reasons(await put(receive({ code: '00013.GCS.40020.0' })))).toEqual(['NoticeOfAnotherBirth']);
  });

  it('comes from a health facility and from nobody else', async () => {
    expect(reasons(await desk()(receive({}, 'applicant')))).toEqual(['RoleNotEntitled']);
  });

  it('is recalled as it was kept', () => {
    const event = { type: 'BirthNoticeReceived', ...notice } as const;
    expect(noticeEvents.recall(noticeEvents.keep(event))).toEqual(E.right(event));
    expect(E.isLeft(noticeEvents.recall({ ...noticeEvents.keep(event), schema: 2 }))).toBe(true);
  });
});
