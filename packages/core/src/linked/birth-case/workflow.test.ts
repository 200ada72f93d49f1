import { aDeclaration, answer, at, apply as filing, order } from '@lienthong/testing/spec';
import { describe, expect, it } from 'vitest';
import { developmentKeys } from '../../evidence/sealing.js';
import { E } from '../../fp.js';
import { caseId, type HandleEnv, memoryJournal } from '../../kernel/index.js';
import { lawBook } from '../../law/index.js';
import type { Apply, BirthCommand } from './commands.js';
import { birthCaseKind } from './kind.js';
import { apply, submit } from './workflow.js';

const kind = birthCaseKind(lawBook());
const environment = (): HandleEnv => ({
  journal: memoryJournal({ clock: { now: () => at('2023-07-12') } }),
  keys: developmentKeys('spec'),
});

const refusalsOf = async (work: ReturnType<ReturnType<typeof submit>>): Promise<readonly string[]> => {
  const done = await work();
  if (E.isLeft(done)) throw new Error(JSON.stringify(done.left));
  return E.isLeft(done.right) ? done.right.left.map(({ reason }) => reason) : [];
};

/** Files an application and brings it to where the birth can be registered. */
const brought = async (env: HandleEnv, filed: BirthCommand, time: string): Promise<string> => {
  await apply(env, kind)(filed as Apply)();
  const id = caseId(filed.id);
  const moment = at('2023-07-12', time);
  const { authorities } = (filed as Apply).data.declaration;
  for (const command of [
    order('ReceiveDossier', { leg: 'birth', agency: authorities.birth }, { at: moment }),
    order('RequestPersonalNumber', {}, { at: moment }),
    answer('assign-personal-number#1', { outcome: 'assigned', index: `number-${time}` }, { at: moment }),
  ])
    expect(await refusalsOf(submit(env, kind)(id, command))).toEqual([]);
  return id;
};

const registering = (time: string) => order('RegisterBirth', { holder: '' }, { at: at('2023-07-12', time) });

describe('two applications for one birth', () => {
  it('end in one registration: who comes second learns which case came first', async () => {
    const env = environment();
    const first = await brought(env, filing({ claim: 'one-birth' }, { at: at('2023-07-12', '08:00:00') }), '08:30:00');
    const second = await brought(env, filing({ claim: 'one-birth' }, { at: at('2023-07-12', '09:00:00') }), '09:30:00');
    expect(await refusalsOf(submit(env, kind)(first, registering('11:00:00')))).toEqual([]);
    expect(await refusalsOf(submit(env, kind)(second, registering('11:00:00')))).toEqual(['AlreadyClaimed']);
  });

  it('leave the birth to the second when the first is withdrawn before it is entered', async () => {
    const env = environment();
    const first = await brought(env, filing({ claim: 'one-birth' }, { at: at('2023-07-12', '08:00:00') }), '08:30:00');
    const second = await brought(env, filing({ claim: 'one-birth' }, { at: at('2023-07-12', '09:00:00') }), '09:30:00');
    expect(await refusalsOf(submit(env, kind)(first, registering('10:00:00')))).toEqual([]);
    const notEntered = answer(
      'enter-birth#1',
      { outcome: 'not-entered', reason: 'data' },
      { at: at('2023-07-12', '10:30:00') },
    );
    expect(await refusalsOf(submit(env, kind)(first, notEntered))).toEqual([]);
    const withdrawing = order('WithdrawCase', {}, { at: at('2023-07-12', '10:45:00') });
    expect(await refusalsOf(submit(env, kind)(first, withdrawing))).toEqual([]);
    expect(await refusalsOf(submit(env, kind)(second, registering('11:00:00')))).toEqual([]);
  });

  it('of twins are two births', async () => {
    const env = environment();
    const twin = (birthOrder: number) => ({ ...aDeclaration(), multiple: 2, birthOrder, claim: `birth-${birthOrder}` });
    const first = await brought(env, filing(twin(1), { at: at('2023-07-12', '08:00:00') }), '08:30:00');
    const second = await brought(env, filing(twin(2), { at: at('2023-07-12', '09:00:00') }), '09:30:00');
    expect(await refusalsOf(submit(env, kind)(first, registering('11:00:00')))).toEqual([]);
    expect(await refusalsOf(submit(env, kind)(second, registering('11:00:00')))).toEqual([]);
  });

  it('under one command id are one: the repeat opens no second case', async () => {
    const env = environment();
    const filed = filing() as Apply;
    await apply(env, kind)(filed)();
    const again = await apply(env, kind)(filed)();
    expect(E.isRight(again) && E.isRight(again.right) && again.right.right.repeated).toBe(true);
  });
});
