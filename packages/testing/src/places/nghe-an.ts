/** The gazetteer of Nghệ An (danh mục đơn vị hành chính), built from its three states. */
import { type AdministrativeUnit, day, type Gazetteer, gazetteer, provinces, type UnitKind } from '@lienthong/core';
import { december2024, july2023, july2025 } from './nghe-an.data.js';

const province = '40';
const vinh = '412';
/** Since the mergers of 2020 the province had these 460 communes; older changes are not our matter. */
const since2020 = { from: day('2020-02-01'), decree: '831/NQ-UBTVQH14' } as const;
const since2024 = { from: day('2024-12-01'), decree: '1243/NQ-UBTVQH15' } as const;
const since2025 = { from: day('2025-07-01'), decree: '1678/NQ-UBTVQH15' } as const;
const to2024 = day('2024-11-30');
const to2025 = day('2025-06-30');

type Written = Readonly<{ code: string; kind: UnitKind; name: string; parts: readonly string[] }>;

const kinds: Readonly<Record<string, UnitKind>> = {
  p: 'ward',
  x: 'commune',
  t: 'township',
  huyện: 'district',
  'thị xã': 'town',
  'thành phố': 'town',
};

/** Reads `16681 p Quang Trung < 16684 16687`; without `<` a unit is made of itself. */
const unit = (entry: string): Written => {
  const match = /^(\d+) (p|x|t|huyện|thị xã|thành phố) ([^<]+?)(?: < ([\d ]+))?$/.exec(entry.trim());
  const kind = kinds[match?.[2] ?? ''];
  if (!match || !kind) throw new Error(`not a unit: ${entry}`);
  const code = match[1] ?? '';
  return { code, kind, name: match[3] ?? '', parts: match[4]?.split(' ') ?? [code] };
};

const units = (table: string): readonly Written[] => table.split(';').map(unit);

const districts: readonly AdministrativeUnit[] = july2023
  .split('\n')
  .filter((line) => /^\d/.test(line))
  .map(unit)
  .map(({ code, kind, name }) =>
    // Cửa Lò joined Vinh in 2024; the districts ended in 2025 and nothing took their place.
    name === 'Cửa Lò'
      ? { code, kind, name, parent: province, ...since2020, to: to2024, successors: [vinh] }
      : { code, kind, name, parent: province, ...since2020, to: to2025, successors: [] },
  );

const communes2023 = july2023
  .split(/\n(?=\d)/)
  .filter((block) => block.trim() !== '')
  .flatMap((block) => {
    const [district = '', ...lines] = block.trim().split('\n');
    return units(lines.join(' ')).map((commune) => ({ ...commune, parent: district.slice(0, 3) }));
  });

/** Which code answers for a part from the day a state began. */
const answering = (state: readonly Written[]): ReadonlyMap<string, string> =>
  new Map(state.flatMap(({ code, parts }) => parts.map((part) => [part, code] as const)));

const changes2024 = units(december2024);
const state2025 = units(july2025);
const after2024 = answering(changes2024);
const after2025 = answering(state2025);
const successorsIn = (state: ReadonlyMap<string, string>, code: string): { successors?: readonly string[] } => {
  const successor = state.get(code);
  return successor === undefined ? {} : { successors: [successor] };
};

/** Communes that passed to Vinh in 2024 with their name: all of Cửa Lò, and four of Nghi Lộc. */
const cededByNghiLoc = ['17902', '17905', '17917', '17926'];
const parent2024 = ({ code, parent }: Readonly<{ code: string; parent: string }>): string =>
  parent === '413' || cededByNghiLoc.includes(code) ? vinh : parent;

const communes: readonly AdministrativeUnit[] = communes2023.flatMap((commune): readonly AdministrativeUnit[] => {
  const { code, name, kind, parent } = commune;
  const change = changes2024.find((changed) => changed.code === code);
  const until2025 = { to: to2025, ...successorsIn(after2025, code) };
  const first = { code, name, kind, parent, ...since2020 };
  if (!change && after2024.has(code)) return [{ ...first, to: to2024, ...successorsIn(after2024, code) }];
  if (!change && parent2024(commune) === parent) return [{ ...first, ...until2025 }];
  const second = { code, name: change?.name ?? name, kind: change?.kind ?? kind, parent: parent2024(commune) };
  return [
    { ...first, to: to2024, successors: [code] },
    { ...second, ...since2024, ...until2025 },
  ];
});

const communes2025: readonly AdministrativeUnit[] = state2025.map(({ code, kind, name }) => ({
  code,
  kind,
  name,
  parent: province,
  ...since2025,
}));

/** Nghệ An with its units of district and commune level, and the provinces of the country above them. */
export const ngheAn: Gazetteer = gazetteer([...provinces, ...districts, ...communes, ...communes2025]);
