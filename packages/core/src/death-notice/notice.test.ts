import { describe, expect, it } from 'vitest';
import { developmentKeys } from '../evidence/index.js';
import { E } from '../fp.js';
import { consequentId, handle, memoryJournal } from '../kernel/index.js';
import { lawBook } from '../law/index.js';
import { atInVietnam, day } from '../values/plain-date.js';
import { type DeathNotice, deathNoticeEvents, deathNoticeKind, type ReceiveDeathNotice } from './index.js';

const at = atInVietnam(day('2025-07-02'), 9 * 3_600_000);
const notice: DeathNotice = {
  code: '00007.GBT.40020',
  facility: '40020',
  diedAt: atInVietnam(day('2025-07-01'), 3 * 3_600_000),
  diedOn: day('2025-07-01'),
  issuedOn: day('2025-07-01'),
  form: '05',
  onTheWay: false,
  causeKnown: true,
  reissued: false,
  signed: true,
};
const personal = { deceased: { name: { surname: 'Nguyễn', given: 'Ba' } } };

const receive = (change: Partial<DeathNotice> = {}, role = 'health-facility'): ReceiveDeathNotice => ({
  id: consequentId(`notice/${JSON.stringify(change)}`),
  type: 'ReceiveDeathNotice',
  at,
  actor: { id: 'hospital-40020', role },
  data: { ...notice, ...change, personal },
});

const kind = deathNoticeKind(lawBook());
const desk = () => {
  const env = { journal: memoryJournal({ clock: { now: () => at } }), keys: developmentKeys('test') };
  return (command: ReceiveDeathNotice) => handle(env)(kind)(`notice-${consequentId('paper')}`, command)();
};
const reasons = (done: Awaited<ReturnType<ReturnType<typeof desk>>>): readonly string[] =>
  E.isRight(done) && E.isLeft(done.right) ? done.right.left.map(({ reason }) => reason) : [];

describe("the hospital's notice of death (giấy báo tử)", () => {
  it('is received in a stream of its own, its people sealed', async () => {
    expect(await desk()(receive())).toMatchObject({
      right: { right: { events: [{ type: 'DeathNoticeReceived', ...notice }] } },
    });
    expect(kind.events.keep({ type: 'DeathNoticeReceived', ...notice, personal }).facts).not.toHaveProperty('personal');
  });

  it('may come unsigned and be signed later, and then nothing is left to add', async () => {
    const put = desk();
    await put(receive({ signed: false }));
    expect(reasons(await put(receive({ signed: true })))).toEqual([]);
    expect(reasons(await put(receive({ signed: true, causeKnown: false })))).toEqual(['NoticeReceivedAlready']);
  });

  it('may be issued again for one that was lost, under its own number', async () => {
    const put = desk();
    await put(receive());
    expect(reasons(await put(receive({ reissued: true })))).toEqual([]);
  });

  it('is one paper: another number belongs to another stream', async () => {
    const put = desk();
    await put(receive({ signed: false }));
    expect(reasons(await put(receive({ code: '00008.GBT.40020' })))).toEqual(['NoticeOfAnotherDeath']);
  });

  it('comes from a health facility and from nobody else', async () => {
    expect(reasons(await desk()(receive({}, 'applicant')))).toEqual(['RoleNotEntitled']);
  });

  it('is recalled as it was kept', () => {
    const event = { type: 'DeathNoticeReceived', ...notice } as const;
    expect(deathNoticeEvents.recall(deathNoticeEvents.keep(event))).toEqual(E.right(event));
    expect(E.isLeft(deathNoticeEvents.recall({ ...deathNoticeEvents.keep(event), schema: 2 }))).toBe(true);
  });
});
