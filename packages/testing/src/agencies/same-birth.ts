/** Whether two files speak of one birth, as an agency tells it: the same mother, the same day, the same place among twins. */
import type { BirthToEnter } from '@lienthong/core/birth-registration';

export const motherOf = ({ people, bornOn }: Pick<BirthToEnter, 'people' | 'bornOn'>): string =>
  `${bornOn} ${JSON.stringify(people['mother']?.['personalNumber'] ?? people['mother']?.['name'] ?? null)}`;

export const sameBirth = (birth: BirthToEnter): string => `${motherOf(birth)} ${birth.birthOrder}`;
