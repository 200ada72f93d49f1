/** The places that this command knows by name: the units of Nghệ An, with their days and successors. */
import { type Authority, asClaimed, bySuccession } from '@lienthong/core/authority';
import { ngheAn } from '@lienthong/testing';

/** Units known here answer for those merged into them, any other for itself; offices are held as claimed. */
const succession = bySuccession((code, on) => {
  const answering = ngheAn.answersFor(code, on);
  switch (answering.kind) {
    case 'one':
      return [answering.unit.code];
    case 'several':
      return answering.units.map((unit) => unit.code);
    case 'none':
    case 'unknown':
      return [];
  }
});

export const authority: Authority = { ...asClaimed, ...succession };

const byCode = new Map(ngheAn.rows.map((row) => [row.code, row]));

/** The name of the province a unit lies in; `?` for a unit that is not known here. */
export const provinceOf = (code: string): string => {
  let unit = byCode.get(code);
  for (let steps = 0; unit?.parent !== undefined && steps < 3; steps += 1) unit = byCode.get(unit.parent) ?? unit;
  return unit?.name ?? '?';
};
