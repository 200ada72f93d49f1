import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryJournal, type StoredEvent } from '@lienthong/core';
import { E } from '@lienthong/core/fp';
import { describe, expect, it } from 'vitest';
import { eventLine, headerLine, readEventLine } from '../archive/format.js';
import { restore, setClock } from '../archive/restore.js';
import { describe as describeArchive, pagesOf } from '../archive/write-archive.js';
import { aFiledCase, receiving } from '../harness/a-birth.js';
import { aDecidedDeath } from '../harness/a-death.js';
import type { aFiled } from '../harness/a-desk.js';
import type { Finding } from './replay.js';

/** Somebody rewrote the history and linked it anew, so that every hash is right and only the rules can tell. */
const forgedIn = async (
  { cwd, lienthong, stored }: Awaited<ReturnType<typeof aFiled>>,
  change: (event: StoredEvent) => StoredEvent | undefined,
) => {
  const honest = (await stored()).split('\n').flatMap((line) => readEventLine(line) ?? []);
  const { clock, set } = setClock();
  const journal = memoryJournal({ clock });
  await restore(
    journal,
    honest.flatMap((event) => change(event) ?? []),
    set,
  );
  const header = await describeArchive(journal, 'memory:');
  if (E.isLeft(header)) throw new Error(header.left.kind);
  const lines: string[] = [headerLine(header.right)];
  for await (const page of pagesOf(journal)) if (E.isRight(page)) lines.push(...page.right.map(eventLine));
  writeFileSync(join(cwd, 'forged.ndjson'), lines.join(''));
  const { status, json, out } = await lienthong('replay', 'forged.ndjson', '--keys', 'cases.db.keys', '--json');
  expect(out).not.toMatch(/Nguyễn|Trần|Phan/);
  return { status, findings: (json() as { findings: readonly Finding[] }).findings };
};

const forged = async (change: (event: StoredEvent) => StoredEvent | undefined) => {
  const filed = await aFiledCase();
  await filed.decide(receiving);
  return forgedIn(filed, change);
};

const withData = (event: StoredEvent, data: object): StoredEvent => ({ ...event, data: { ...event.data, ...data } });

describe('judging a history again', () => {
  it('finds nothing in one that was not touched', async () => {
    expect(await forged((event) => event)).toEqual({ status: 0, findings: [] });
  });

  it('finds a fact that the rules would not have given', async () => {
    const { status, findings } = await forged((event) =>
      event.type === 'DossierReceived' ? withData(event, { countsFrom: '2024-09-30' }) : event,
    );
    expect(status).toBe(1);
    expect(findings).toEqual([expect.objectContaining({ command: 'ReceiveDossier', why: 'other-events' })]);
  });

  it('finds a decision of somebody who was not entitled to it', async () => {
    const { findings } = await forged((event) =>
      event.actor.role === 'onestop-receptionist' ? { ...event, actor: { ...event.actor, role: 'applicant' } } : event,
    );
    expect(findings).toEqual([
      expect.objectContaining({ command: 'ReceiveDossier', why: 'would-refuse', judged: ['RoleNotEntitled'] }),
    ]);
  });

  it('finds an event left out of a commit', async () => {
    const { findings } = await forged((event) => (event.type === 'AppointmentNotified' ? undefined : event));
    expect(findings).toEqual([expect.objectContaining({ why: 'other-events', recorded: ['DossierReceived'] })]);
  });

  it('finds a law set that is not the law’s, and a release that is not here', async () => {
    const law = (event: StoredEvent) => event.data['law'] as object;
    const isReceiving = (event: StoredEvent): boolean => event.data['command'] === 'ReceiveDossier';
    const otherSet = await forged((event) =>
      isReceiving(event) ? withData(event, { law: { ...law(event), hash: '0'.repeat(64) } }) : event,
    );
    expect(otherSet.findings).toEqual([expect.objectContaining({ why: 'other-law-set' })]);
    const otherRelease = await forged((event) =>
      isReceiving(event) ? withData(event, { law: { ...law(event), release: '9.9.9' } }) : event,
    );
    expect(otherRelease.findings).toEqual([expect.objectContaining({ why: 'unknown-release', at: '9.9.9' })]);
  });

  it('finds an event without the command that caused it, and one that no codec can read', async () => {
    const withoutRecord = await forged((event) =>
      event.data['command'] === 'Apply' ? { ...event, type: 'Noted' } : event,
    );
    expect(withoutRecord.findings).toEqual([expect.objectContaining({ why: 'no-record' })]);
    const unread = await forged((event) =>
      event.type === 'AppointmentNotified' ? withData(event, { colour: 'blue' }) : event,
    );
    expect(unread.findings).toEqual([expect.objectContaining({ why: 'unreadable' })]);
  });

  it('says so when the facts of a decision were erased', async () => {
    const { status, findings } = await forged((event) => {
      const sealed = event.data['sealed'];
      return sealed === undefined
        ? event
        : withData(event, { sealed: { ...(sealed as object), child: { erased: true } } });
    });
    expect({ status, findings }).toEqual({ status: 0, findings: [] });
  });

  it('finds an amount that the law does not give, and names the stream of that death among the births', async () => {
    const birth = await aFiledCase();
    const death = await aDecidedDeath(birth);
    const { status, findings } = await forgedIn(death, (event) =>
      event.type === 'BenefitDecided' && event.data['benefit'] === 'funeral'
        ? withData(event, { amount: 25_300_000 })
        : event,
    );
    expect(status).toBe(1);
    expect(findings).toEqual([
      expect.objectContaining({ stream: `death-${death.id}`, command: 'RecordAnswer', why: 'other-events' }),
    ]);
  });
});
