/**
 * The hospital (cơ sở khám bệnh, chữa bệnh): sends its notices of birth and of death, some late and some without a signature,
 * which it adds later (F11). What it sends goes into streams of their own, whether or not anybody has applied.
 */
import { type Command, consequentId, type Instant, later, type Personal, type PlainDate } from '@lienthong/core';
import type { ReceiveBirthNotice } from '@lienthong/core/birth-notice';
import type { ReceiveDeathNotice } from '@lienthong/core/death-notice';
import { type LawBook, provision } from '@lienthong/core/law';
import type { OfficeWorld } from './practice.js';

const HOUR = 3_600_000;

/** A birth as the ward knows it. */
export type Delivered = Readonly<{
  code: string;
  facility: string;
  bornAt: Instant;
  bornOn: PlainDate;
  sex: 'male' | 'female' | 'undetermined';
  order: number;
  multiple: number;
  weightGrams: number | null;
  personal: Personal;
}>;

/** A death as the ward knows it, on the form it writes on. */
export type Deceased = Readonly<{
  code: string;
  facility: string;
  diedAt: Instant;
  diedOn: PlainDate;
  issuedOn: PlainDate;
  form: string;
  onTheWay: boolean;
  causeKnown: boolean;
  personal: Personal;
}>;

/** One notice on its way into the journal. `stream` is named after the paper's code, which a reissue keeps. */
export type Sent<C extends Command = ReceiveBirthNotice> = Readonly<{ at: Instant; stream: string; command: C }>;

export type Hospital = Readonly<{
  notify: (birth: Delivered) => readonly Sent[];
  notifyDeath: (death: Deceased) => readonly Sent<ReceiveDeathNotice>[];
}>;

/** The form of a notice issued on that day; `old` for one that was printed before the form changed (D13). */
export const noticeFormOf = (law: LawBook, issuedOn: PlainDate, old: boolean): string => {
  const now = law.at({ on: issuedOn, knownOn: issuedOn }).row(provision.deathNoticeForm);
  const before = provision.deathNoticeForm.rows.findLast((row) => row.to !== undefined && row.to < issuedOn);
  return (old ? before?.value.form : undefined) ?? now?.value.form ?? '';
};

type Told = Readonly<{ kind: 'birth' | 'death'; code: string; facility: string; happenedAt: Instant }>;

export const hospital = ({ faults: { F11 }, random, first, hours }: OfficeWorld): Hospital => {
  /** When which version leaves: one signed, or one without a signature and another with it. */
  const leaves = ({ kind, code, happenedAt }: Told): readonly Readonly<{ at: Instant; signed: boolean }>[] => {
    const luck = random.split(kind === 'birth' ? `notice/${code}` : `notice/death/${code}`);
    const written = hours.after(happenedAt, 4 * HOUR);
    const ready = written > first ? written : first;
    const late = luck.chance(F11.late);
    const at = late ? hours.after(ready, luck.int(1, 10) * 7 * HOUR) : ready;
    if (!luck.chance(F11.unsigned)) return [{ at, signed: true }];
    const signedAt = hours.after(later(at, HOUR), luck.int(1, 5) * 7 * HOUR);
    return [
      { at, signed: false },
      { at: signedAt, signed: true },
    ];
  };

  const send = <C extends Command>(told: Told, order: (signed: boolean) => Pick<C, 'type' | 'data'>): Sent<C>[] => {
    const about = told.kind === 'birth' ? `notice/${told.code}` : `notice/death/${told.code}`;
    return leaves(told).map(({ at, signed }) => ({
      at,
      stream: `notice-${consequentId(about)}`,
      command: {
        id: consequentId(`${about}/${signed ? 'signed' : 'unsigned'}`),
        at,
        actor: { id: `hospital-${told.facility}`, role: 'health-facility', unit: told.facility },
        ...order(signed),
      } as C,
    }));
  };

  return {
    notify: (birth) => {
      const { code, facility, bornAt } = birth;
      const told: Told = { kind: 'birth', code, facility, happenedAt: bornAt };
      return send<ReceiveBirthNotice>(told, (signed) => ({ type: 'ReceiveBirthNotice', data: { ...birth, signed } }));
    },
    notifyDeath: (death) => {
      const { code, facility, diedAt } = death;
      const told: Told = { kind: 'death', code, facility, happenedAt: diedAt };
      const reissued = false;
      return send<ReceiveDeathNotice>(told, (signed) => ({
        type: 'ReceiveDeathNotice',
        data: { ...death, reissued, signed },
      }));
    },
  };
};
