import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E } from '../../fp.js';
import { inVietnamese } from '../../words/expectations.js';
import { deathDeclarationJsonSchema, deathDeclarationProblems, readDeathDeclaration } from './declaration.schema.js';
import { deathApplyData } from './declaration-parts.js';
import { sayOfDeath } from './messages.js';

const home = { commune: '16681', line: 'Xóm 3' };
const plain = {
  applicant: {
    name: { surname: 'Nguyễn', given: 'An' },
    personalNumber: '040090000001',
    residence: home,
    relation: 'child',
    phone: '0912345678',
  },
  choices: {
    legs: ['death', 'residence', 'funeral', 'survivor'],
    authorities: { death: '16681', residence: '16681', funeral: 'BHXH-40', survivor: 'BHXH-40' },
    channel: 'vneid',
    delivery: 'electronic',
  },
  deceased: {
    name: { surname: 'Nguyễn', given: 'Ba' },
    personalNumber: '040040000002',
    birthYear: 1940,
    sex: 'male',
    nationality: 'Việt Nam',
    lastResidence: home,
  },
  death: { diedOn: '03/07/2026', time: '21:40', kind: 'facility', place: home, cause: 'bệnh' },
  evidence: { kind: 'notice', code: 'BT-1', form: '05', issuedOn: '2026-07-03' },
  benefit: {
    classes: ['social-insurance', 'merit'],
    insured: { status: 'pensioner', months: 300 },
    meritAllowance: 3_012_000,
    insuranceNumber: '4000000001',
  },
  allowances: ['pension', 'merit'],
  survivors: {
    prefer: 'lump-sum',
    relatives: [
      { name: { given: 'Hoa' }, facts: { of: 'spouse-1', kind: 'spouse', bornOn: '1945-01-01', sex: 'female' } },
      { name: { given: 'Bé' }, facts: { of: 'child-1', kind: 'child', bornOn: null } },
    ],
    pension: { monthly: 5_000_000, monthsDrawn: 10 },
    consents: [{ of: 'spouse-1', mode: 'vneid' }],
  },
  payee: { name: { surname: 'Nguyễn', given: 'An' }, channel: 'bank', bank: 'Ngân hàng', account: '0123456789' },
  commitment: { truthful: true, at: '2026-07-06T08:00:00+07:00' },
};

type Path = readonly (string | number)[];
/** The plain form with one field set, or taken away. */
const changed = (path: Path, value?: unknown): unknown => {
  const form: unknown = JSON.parse(JSON.stringify(plain));
  const inner = path.slice(0, -1).reduce((part, key) => (part as Record<string, unknown>)[key], form);
  const last = path.at(-1) as string;
  if (value === undefined) delete (inner as Record<string, unknown>)[last];
  else (inner as Record<string, unknown>)[last] = value;
  return form;
};

const read = (raw: unknown) => {
  const made = readDeathDeclaration(raw);
  if (E.isLeft(made)) throw new Error(`${made.left.at}: ${made.left.expected}`);
  return made.right;
};

describe('reading form 02', () => {
  it('takes it apart: facts for the rules, one block a person', () => {
    const { declaration, personal, consents } = read(plain);
    expect(declaration).toMatchObject({
      legs: ['death', 'residence', 'funeral', 'survivor'],
      diedOn: '2026-07-03',
      precision: 'day',
      declarant: 'child',
      lastResidence: '16681',
      payee: 'bank',
      allowances: ['pension', 'merit'],
      funeral: { classes: ['social-insurance', 'merit'], meritAllowance: 3_012_000 },
      survivors: { prefer: 'lump-sum', deceased: { insured: 'pensioner', months: 300 } },
    });
    expect(Object.keys(personal)).toEqual(['applicant', 'deceased', 'payee', 'relative-1', 'relative-2']);
    expect(consents).toEqual([{ of: 'spouse-1', mode: 'vneid' }]);
  });

  it('leaves nothing that names anybody among the facts', () => {
    const text = JSON.stringify(read(plain).declaration);
    for (const said of ['Nguyễn', 'Hoa', '040040000002', '0123456789', '0912345678', 'Xóm 3', '21:40', 'bệnh'])
      expect(text).not.toContain(said);
  });

  it('takes a date known by its month or year for the last day of it', () => {
    const died = (diedOn: string) => {
      const { declaration } = read(changed(['death', 'diedOn'], diedOn));
      return [declaration.diedOn, declaration.precision];
    };
    expect(died('2026-02')).toEqual(['2026-02-28', 'month']);
    expect(died('02/2024')).toEqual(['2024-02-29', 'month']);
    expect(died('1987')).toEqual(['1987-12-31', 'year']);
    expect(died('2026-07-03')).toEqual(['2026-07-03', 'day']);
  });

  it('asks for nothing of a benefit in a bundle of two', () => {
    const { declaration } = read({ ...plain, choices: { ...plain.choices, legs: ['death', 'residence'] } });
    expect([declaration.funeral, declaration.survivors]).toEqual([null, null]);
  });

  it('names one death by the person, whoever declares it', () => {
    const by = (form: unknown) => read(form).claimPreimage;
    expect(by(changed(['applicant', 'relation'], 'spouse'))).toBe(by(plain));
    expect(by(changed(['deceased', 'personalNumber'], '040040000003'))).not.toBe(by(plain));
    const nameless = changed(['deceased', 'personalNumber']);
    expect(by(nameless)).toBe('notice|BT-1');
    expect(deathApplyData(read(plain), (preimage) => `digest of ${preimage.length}`).declaration.claim).toMatch(
      /^digest of \d+$/,
    );
  });
});

describe('a form 02 that is not right', () => {
  const wrong: readonly (readonly [Path, unknown, string])[] = [
    [['deceased', 'name', 'given'], '', 'deceased.name'],
    [['deceased', 'personalNumber'], '0400400', 'deceased.personalNumber'],
    [['death', 'diedOn'], '31/02/2026', 'death.diedOn'],
    [['death', 'diedOn'], 'hôm qua', 'death.diedOn'],
    [['death', 'time'], '25', 'death.time'],
    [['evidence', 'code'], undefined, 'evidence.code'],
    [['evidence', 'kind'], 'hearsay', 'evidence.kind'],
    [['choices', 'legs'], ['death', 'death'], 'choices.legs'],
    [['choices', 'authorities', 'funeral'], undefined, 'choices.authorities.funeral'],
    [['benefit'], undefined, 'benefit'],
    [['benefit', 'classes'], ['king'], 'benefit.classes.0'],
    [['benefit', 'meritAllowance'], -1, 'benefit.meritAllowance'],
    [['survivors'], undefined, 'survivors'],
    [['survivors', 'relatives', 0, 'facts', 'sex'], undefined, 'survivors.relatives.0.facts.sex'],
    [['survivors', 'relatives', 0, 'facts', 'of'], 'Hoa', 'survivors.relatives.0.facts.of'],
    [['payee', 'account'], undefined, 'payee.account'],
    [['commitment', 'truthful'], false, 'commitment.truthful'],
  ];
  for (const [path, value, at] of wrong)
    it(`says where: ${at}`, () => {
      const made = readDeathDeclaration(changed(path, value));
      expect(E.isLeft(made) && made.left.at.startsWith(at)).toBe(true);
      if (E.isRight(made)) return;
      expect(inVietnamese(made.left.expected), made.left.expected).toBeDefined();
      expect(sayOfDeath('vi').malformed(made.left)).toMatch(/cần là/);
    });

  it('is told of everything at once, and never with the value', () => {
    const form = { ...(changed(['payee', 'account']) as object), death: { diedOn: 'bí mật' } };
    const problems = deathDeclarationProblems(form);
    expect(problems.length).toBeGreaterThan(2);
    expect(JSON.stringify(problems)).not.toContain('bí mật');
  });

  it('never throws, whatever it is', () =>
    fc.assert(
      fc.property(fc.jsonValue(), (raw) => {
        expect(E.isLeft(readDeathDeclaration(raw))).toBe(true);
      }),
    ));
});

describe('the published schema of form 02', () => {
  it('names its fields in Vietnamese and English', () => {
    const text = JSON.stringify(deathDeclarationJsonSchema());
    for (const title of ['Người chết', 'Người lo mai táng', 'Danh sách thân nhân', 'Date of death'])
      expect(text).toContain(title);
  });
});
