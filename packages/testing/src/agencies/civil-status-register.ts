/** The shared civil status register (phần mềm đăng ký, quản lý hộ tịch; sổ hộ tịch): one entry a birth. Honours keys. */
import { dayOf, yearOf } from '@lienthong/core';
import type { BirthToEnter, EntryAnswer } from '@lienthong/core/birth-registration';
import { office } from './office.js';
import type { Office, OfficeWorld } from './practice.js';
import { sameBirth } from './same-birth.js';

const MINUTE = 60_000;

export const civilStatusRegister = (world: OfficeWorld): Office<BirthToEnter, EntryAnswer> => {
  const lastNumber = new Map<string, number>();
  const entries = new Map<string, Readonly<{ book: string; number: number }>>();

  return office<BirthToEnter, EntryAnswer>(
    {
      system: 'civil-status',
      agency: 'civil-status-register',
      purpose: 'enter-birth',
      repeats: 'keyed',
      by: ({ commune }) => ({ id: `register-${commune}`, role: 'civil-status-officer', unit: commune }),
      takes: (_, random) => ({ ms: random.chance(0.8) ? 0 : random.int(1, 40) * MINUTE, working: false }),
      judge: ({ file: { content }, at }) => {
        const { commune, people } = content;
        if (people['child']?.['name'] === undefined) return { outcome: 'not-entered', reason: 'child.name' };
        const birth = sameBirth(content);
        const entered = entries.get(birth);
        if (entered !== undefined) return { outcome: 'already-entered', ...entered };
        const registeredOn = dayOf(at);
        const book = `${commune}/${yearOf(registeredOn)}`;
        const number = (lastNumber.get(book) ?? 0) + 1;
        lastNumber.set(book, number);
        entries.set(birth, { book, number });
        return { outcome: 'entered', book, number, registeredOn };
      },
      effect: (answer) => (answer.outcome === 'entered' ? `${answer.book} ${answer.number}` : undefined),
    },
    world,
  );
};
