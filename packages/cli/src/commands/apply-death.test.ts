import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as aBirth from '../harness/a-birth.js';
import { aFiledDeath, bundleOfTwo, declaration, PERSONAL, QUANG_TRUNG } from '../harness/a-death.js';
import { aDesk } from '../harness/a-desk.js';

const STORE = ['--store', 'sqlite:cases.db'] as const;
const commandId = (n: number): string => `0191a0c0-0000-7000-8000-${String(n).padStart(12, '0')}`;

describe('lienthong apply death', () => {
  it('files a declaration and prints the case’s id, and nothing of the people', async () => {
    const { lienthong, put, cwd } = aDesk();
    const { status, out, err } = await lienthong('apply', 'death', put('d.json', declaration), ...STORE);
    expect(status, err).toBe(0);
    expect(out).toMatch(/^[0-9a-f-]{36}\n$/);
    expect(err).toContain('The application was filed');
    expect(`${out}${err}`).not.toMatch(PERSONAL);
    for (const name of readdirSync(cwd).filter((file) => file.startsWith('cases.db'))) {
      expect(readFileSync(join(cwd, name), 'latin1')).not.toMatch(/040148000011|040042000012|9704000000001/);
    }
  });

  it('takes a bundle of two, which asks for no money', async () => {
    const { lienthong, id } = await aFiledDeath(bundleOfTwo);
    expect((await lienthong('case', id, ...STORE, '--json')).json()).toMatchObject({
      legs: [{ leg: 'death' }, { leg: 'residence' }],
    });
  });

  it('makes one case of a file with a commandId, however often it is filed, and records each consent once', async () => {
    const named = { ...declaration, commandId: commandId(1), at: '2024-08-29T08:00:00+07:00' };
    const { lienthong, put, id } = await aFiledDeath(named);
    const again = await lienthong('apply', 'death', put('again.json', named), ...STORE);
    expect(again).toMatchObject({ status: 0, out: `${id}\n` });
    expect(again.err).toContain('Filed before');
    const { out } = await lienthong('timeline', id, ...STORE, '--json');
    expect(out.match(/"type": "RelativesConsented"/g)).toHaveLength(1);
    expect(out).toContain('2024-08-29T01:00:00.000Z');
    const other = { ...named, death: { ...declaration.death, diedOn: '2024-08-26' } };
    expect(await lienthong('apply', 'death', put('other.json', other), ...STORE)).toMatchObject({
      status: 2,
      err: expect.stringContaining('another command already'),
    });
  });

  it('leaves a consent that the law does not ask for to the officer', async () => {
    const monthly = { ...declaration, survivors: { ...declaration.survivors, prefer: 'monthly' } };
    const relatives = [
      { ...declaration.survivors.relatives[0], facts: { of: 'B', kind: 'child', bornOn: '2015-01-15' } },
    ];
    const { lienthong, id } = await aFiledDeath({ ...monthly, survivors: { ...monthly.survivors, relatives } });
    expect((await lienthong('timeline', id, ...STORE, '--json')).out).not.toContain('RelativesConsented');
  });

  it('hears each relative once, whatever else the form says in their name', async () => {
    const consents = [...declaration.survivors.consents, { of: 'A', mode: 'e-statement' }, { of: 'Z', mode: 'vneid' }];
    const { lienthong, id } = await aFiledDeath({ ...declaration, survivors: { ...declaration.survivors, consents } });
    expect((await lienthong('timeline', id, ...STORE, '--json')).out.match(/RelativesConsented/g)).toHaveLength(1);
  });

  it('knows the same person again, and each declarant in their own role', async () => {
    const actorsOf = async (relation: string) => {
      const { stored } = await aFiledDeath({ ...bundleOfTwo, applicant: { ...declaration.applicant, relation } });
      return /"actor":\{"id":"(citizen-[0-9a-f]{16})","role":"([a-z-]+)"/.exec(await stored())?.slice(1);
    };
    expect((await actorsOf('child'))?.[1]).toBe('applicant');
    expect((await actorsOf('relative'))?.[1]).toBe('relative');
    expect((await actorsOf('authorised'))?.[1]).toBe('representative');
    expect((await actorsOf('officer'))?.[1]).toBe('civil-status-officer');
  });

  it.each([
    ['who died tomorrow', { death: { ...declaration.death, diedOn: '2024-08-30' } }, 'DiedInFuture'],
    ['with no proof', { evidence: { kind: 'none' } }, 'DeathEvidenceMissing'],
    ['with a foreign element', { deceased: { ...declaration.deceased, foreignElement: true } }, 'OutOfScope'],
    [
      'in another commune',
      { choices: { ...declaration.choices, authorities: { ...declaration.choices.authorities, death: '17329' } } },
      'WrongAuthority',
    ],
  ])('refuses a death %s by the law, with a citation, and writes nothing', async (_, change, reason) => {
    const { lienthong, put } = aDesk();
    const file = put('d.json', { ...declaration, ...change });
    const { status, json } = await lienthong('apply', 'death', file, ...STORE, '--json');
    expect(status).toBe(1);
    expect(json()).toMatchObject({
      refusals: [{ reason, message: expect.any(String), citations: [{ act: expect.any(String) }] }],
    });
    const { err } = await lienthong('apply', 'death', file, ...STORE, '--lang', 'vi');
    expect(err).toContain('Căn cứ');
    expect(err).not.toMatch(PERSONAL);
    expect((await lienthong('export', 'sqlite:cases.db')).out).toContain('"count":0');
  });

  it.each([
    ['31 June', { death: { ...declaration.death, diedOn: '31/06/2024' } }, '(death.diedOn) should be'],
    [
      'a number that does not parse',
      { applicant: { ...declaration.applicant, personalNumber: '04014800001' } },
      '(applicant.personalNumber) should be: a personal number of twelve digits',
    ],
    ['a leg without its block', { benefit: undefined }, '(benefit) should be: this block'],
    [
      'a leg without its authority',
      { choices: { ...declaration.choices, authorities: { death: QUANG_TRUNG, residence: QUANG_TRUNG } } },
      '(choices.authorities.funeral) should be: the unit asked',
    ],
    ['a bank without an account', { payee: { ...declaration.payee, account: undefined } }, 'payee.account'],
    ['a field of ten megabytes', { death: { ...declaration.death, cause: 'x'.repeat(10_000_000) } }, 'death.cause'],
    ['an unknown field', { colour: 'blue' }, 'no fields but'],
    ['the form of a birth', aBirth.declaration, 'applicant.relation'],
    ['a commandId that is none', { commandId: 'Trần Thị Bưởi' }, 'commandId: expected a lower-case UUID'],
    ['a moment that is none', { at: 'yesterday' }, 'at: expected an instant'],
  ])('refuses %s, names the field in one sentence, repeats nothing and makes no file', async (_, change, said) => {
    const { lienthong, put, cwd } = aDesk();
    const { status, err, out } = await lienthong(
      'apply',
      'death',
      put('d.json', { ...declaration, ...change }),
      ...STORE,
    );
    expect({ status, out }).toEqual({ status: 2, out: '' });
    expect(err).toContain(said);
    expect(err).not.toMatch(PERSONAL);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect(readdirSync(cwd)).toEqual(['d.json']);
  });
});
