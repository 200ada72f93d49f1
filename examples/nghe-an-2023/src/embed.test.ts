import { day, type Instant } from '@lienthong/core';
import { describe, expect, it } from 'vitest';
import { portal } from './embed.js';

const at = '2024-08-29T02:20:00.000Z' as Instant;
const id = '01919f2c-0000-7000-8000-000000000001';
const home = { commune: '16681', line: 'Xóm 3' };
const mother = {
  name: { surname: 'Nguyễn', middle: 'Thị', given: 'Lan' },
  bornOn: '1995-02-03',
  ethnicity: 'Kinh',
  nationality: 'Việt Nam',
  residence: { kind: 'permanent', address: home },
  personalNumber: '040195000001',
};
const form = (bornOn: string) => ({
  applicant: { name: mother.name, personalNumber: mother.personalNumber, residence: home, relation: 'mother' },
  choices: {
    legs: ['birth', 'card'],
    authorities: { birth: home.commune, card: 'BHXH-40' },
    channel: 'vneid',
    delivery: 'electronic',
  },
  birthProof: { kind: 'pledge' },
  child: {
    name: { surname: 'Nguyễn', given: 'An' },
    bornOn,
    sex: 'female',
    ethnicity: 'Kinh',
    nationality: 'Việt Nam',
    birthplace: { kind: 'home' },
    nativePlace: 'Nghệ An',
  },
  mother,
  father: null,
  marriage: { married: false },
  card: { firstFacility: '40001' },
  commitment: { truthful: true, at: '2024-08-29T09:00:00+07:00' },
});

describe('a portal in a few lines', () => {
  const { file } = portal({ now: () => at });

  it('files an application and tells it in Vietnamese', async () => {
    expect(await file(form(day('2024-08-20')), id, at)).toMatch(/nộp/i);
  });
  it('tells the law’s no, with its citation', async () => {
    const other = id.replace(/1$/, '2');
    expect(await file(form('2024-12-24'), other, at)).toMatch(/Ngày sinh.*Điều 15 Luật 60\/2014/);
  });
  it('names the field that cannot be read, and repeats nothing', async () => {
    const told = await file({ ...form('2024-08-20'), mother: { ...mother, bornOn: '1995-02-30' } }, id, at);
    expect(told).toMatch(/mother\.bornOn/);
    expect(told).not.toMatch(/1995|Lan/);
  });
});
