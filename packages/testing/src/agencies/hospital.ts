/**
 * The hospital (cơ sở khám bệnh, chữa bệnh): sends its notices of birth, some late and some without a signature, which it adds
 * later (F11). What it sends goes into streams of their own, whether or not anybody has applied.
 */
import { consequentId, type Instant, later, type Personal, type PlainDate } from '@lienthong/core';
import type { ReceiveBirthNotice } from '@lienthong/core/birth-notice';
import type { OfficeWorld } from './office.js';

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

/** One notice on its way into the journal. `stream` is named after the paper's code, which a reissue keeps. */
export type Sent = Readonly<{ at: Instant; stream: string; command: ReceiveBirthNotice }>;

export type Hospital = Readonly<{ notify: (birth: Delivered) => readonly Sent[] }>;

export const hospital = ({ faults: { F11 }, random, first, hours }: OfficeWorld): Hospital => {
  const send = (birth: Delivered, at: Instant, signed: boolean): Sent => ({
    at,
    stream: `notice-${consequentId(`notice/${birth.code}`)}`,
    command: {
      id: consequentId(`notice/${birth.code}/${signed ? 'signed' : 'unsigned'}`),
      type: 'ReceiveBirthNotice',
      at,
      actor: { id: `hospital-${birth.facility}`, role: 'health-facility', unit: birth.facility },
      data: { ...birth, signed },
    },
  });

  return {
    notify: (birth) => {
      const luck = random.split(`notice/${birth.code}`);
      const written = hours.after(birth.bornAt, 4 * HOUR);
      const ready = written > first ? written : first;
      const late = luck.chance(F11.late);
      const at = late ? hours.after(ready, luck.int(1, 10) * 7 * HOUR) : ready;
      if (!luck.chance(F11.unsigned)) return [send(birth, at, true)];
      return [send(birth, at, false), send(birth, hours.after(later(at, HOUR), luck.int(1, 5) * 7 * HOUR), true)];
    },
  };
};
