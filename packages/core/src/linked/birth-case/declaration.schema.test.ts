import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { E } from '../../fp.js';
import { declarationJsonSchema, declarationProblems, readDeclaration } from './declaration.schema.js';
import { applyData } from './declaration-parts.js';

const home = { commune: '16681', line: 'Xóm 3' };
const plain = {
  applicant: {
    name: { surname: 'Nguyễn', middle: 'Thị', given: 'Lan' },
    personalNumber: '040195000001',
    residence: home,
    relation: 'mother',
    phone: '0912345678',
    email: 'lan@example.vn',
  },
  choices: {
    legs: ['birth', 'residence', 'card'],
    authorities: { birth: '16681', residence: '16681', card: 'bhxh-40' },
    channel: 'national-portal',
    delivery: 'electronic',
    copies: 2,
  },
  birthProof: { kind: 'notice', code: 'gcs-2024-000001' },
  child: {
    name: { surname: 'Nguyễn', given: 'An' },
    bornOn: '2024-08-20',
    sex: 'female',
    ethnicity: 'Kinh',
    nationality: 'Việt Nam',
    birthplace: { kind: 'facility', name: 'Bệnh viện Sản Nhi Nghệ An' },
    nativePlace: 'Nghệ An',
  },
  mother: {
    name: { surname: 'Nguyễn', middle: 'Thị', given: 'Lan' },
    bornOn: '1995-02-03',
    ethnicity: 'Kinh',
    nationality: 'Việt Nam',
    residence: { kind: 'permanent', address: home },
    personalNumber: '040195000001',
  },
  father: null,
  marriage: { married: false },
  residence: {
    address: home,
    with: 'mother',
    owned: 'not-own',
    householdHead: { name: { surname: 'Nguyễn', given: 'Bá' } },
    members: [{ name: { surname: 'Nguyễn', given: 'Tư' }, relation: 'dì' }],
    consents: [{ from: 'household-head', mode: 'online' }],
  },
  card: { firstFacility: '40001', poorHousehold: 'HN-12' },
  commitment: { truthful: true, at: '2024-08-29T15:20:00+07:00' },
};

type Path = readonly (string | number)[];
/** The plain form with one field set, or taken away. */
const changed = (path: Path, value?: unknown): unknown => {
  const form: unknown = JSON.parse(JSON.stringify(plain));
  const inner = path.slice(0, -1).reduce((part, key) => (part as Record<string, unknown>)[key], form);
  if (value === undefined) delete (inner as Record<string, unknown>)[path.at(-1) as string];
  else (inner as Record<string, unknown>)[path.at(-1) as string] = value;
  return form;
};
const read = (raw: unknown) => {
  const made = readDeclaration(raw);
  return E.isRight(made) ? made.right : made.left;
};

describe('reading form 01 (tờ khai điện tử)', () => {
  it('takes it apart into facts and one block a person', () => {
    const made = readDeclaration(plain);
    if (E.isLeft(made)) throw new Error(JSON.stringify(made.left));
    const { declaration, personal, consents } = made.right;
    expect(declaration).toEqual({
      legs: ['birth', 'residence', 'card'],
      bornOn: '2024-08-20',
      sex: 'female',
      birthOrder: 1,
      multiple: 1,
      bornAt: 'facility',
      proof: { kind: 'notice', code: 'gcs-2024-000001' },
      mother: { known: true, residesIn: '16681', residence: 'permanent', foreign: false },
      father: { known: false, residence: 'none', foreign: false },
      married: false,
      speciality: null,
      authorities: { birth: '16681', residence: '16681', card: 'bhxh-40' },
      lodging: { with: 'mother', owned: 'not-own', place: 'ordinary' },
      firstCard: true,
      firstFacility: '40001',
      channel: 'national-portal',
      delivery: 'electronic',
    });
    expect(Object.keys(personal).sort()).toEqual(['applicant', 'child', 'householdHead', 'member-1', 'mother']);
    expect(personal['child']).toMatchObject({ name: { surname: 'Nguyễn', given: 'An' }, nativePlace: 'Nghệ An' });
    expect(consents).toEqual([{ from: 'household-head', mode: 'online' }]);
  });

  it('leaves no name and no number of a person among the facts', () => {
    const made = readDeclaration(plain);
    const facts = JSON.stringify(E.isRight(made) ? made.right.declaration : '');
    for (const said of ['Nguyễn', 'Lan', '040195000001', 'Xóm 3', '0912345678']) expect(facts).not.toContain(said);
  });

  it('trims, writes names in NFC, and takes days as people write them here', () => {
    const decomposed = 'Nguye\u0302\u0303n';
    expect(read(changed(['mother', 'name', 'surname'], `  ${decomposed} `))).toMatchObject({
      personal: { mother: { name: { surname: 'Nguyễn' } } },
    });
    expect(read(changed(['child', 'bornOn'], '20/8/2024'))).toMatchObject({ declaration: { bornOn: '2024-08-20' } });
  });

  it('gives two declarations of one birth one claim, whoever files them', () => {
    const claim = (raw: unknown): string => {
      const made = readDeclaration(raw);
      return E.isRight(made) ? applyData(made.right, (preimage) => preimage).declaration.claim : '';
    };
    const atHome = changed(['birthProof'], { kind: 'pledge' });
    expect(claim(plain)).toBe('notice|GCS-2024-000001');
    expect(claim(changed(['applicant', 'relation'], 'relative'))).toBe(claim(plain));
    expect(claim(atHome)).toBe('mother|040195000001|2024-08-20|1');
  });

  it('tells twins apart', () => {
    const second = structuredClone(plain) as unknown as { child: object; birthProof: object };
    second.birthProof = { kind: 'witness' };
    second.child = { ...plain.child, birthOrder: 2, multiple: 2 };
    expect(read(second)).toMatchObject({ claimPreimage: 'mother|040195000001|2024-08-20|2' });
  });

  it('leaves it to the law whether a child may be so called, or be born tomorrow', () => {
    expect(read(changed(['child', 'name', 'given'], 'An 2'))).toMatchObject({ declaration: { sex: 'female' } });
    expect(read(changed(['child', 'bornOn'], '2199-01-01'))).toMatchObject({ declaration: { bornOn: '2199-01-01' } });
  });
});

describe('a form filled in wrongly is answered with the field and what belongs there', () => {
  const wrong: readonly (readonly [string, Path, unknown, string])[] = [
    ['a day the calendar does not have', ['child', 'bornOn'], '2023-02-30', 'child.bornOn'],
    ['the same day as people write it', ['child', 'bornOn'], '30/02/2023', 'child.bornOn'],
    ['a number that does not parse', ['mother', 'personalNumber'], '04019500000', 'mother.personalNumber'],
    ['a count in words', ['choices', 'copies'], 'two', 'choices.copies'],
    ['a count with a fraction', ['choices', 'copies'], 1.5, 'choices.copies'],
    ['digits in a parent’s name', ['mother', 'name', 'given'], 'Lan 2', 'mother.name.given'],
    ['a commune without a code', ['residence', 'address', 'commune'], 'Vinh', 'residence.address.commune'],
    ['a field of ten megabytes', ['child', 'name', 'given'], 'a'.repeat(10_000_000), 'child.name.given'],
    ['ten megabytes of native place', ['child', 'nativePlace'], ' '.repeat(10_000_000), 'child.nativePlace'],
    ['a list where a text belongs', ['child', 'sex'], ['female'], 'child.sex'],
    ['a case nobody knows', ['choices', 'birthCase'], 'miracle', 'choices.birthCase'],
    ['a proof nobody knows', ['birthProof', 'kind'], 'rumour', 'birthProof.kind'],
    ['no procedure at all', ['choices', 'legs'], [], 'choices.legs'],
    ['a procedure twice', ['choices', 'legs'], ['birth', 'birth'], 'choices.legs'],
    ['an order of birth beyond the children born', ['child', 'birthOrder'], 2, 'child.birthOrder'],
    ['an unknown field', ['child', 'nickname'], 'Bống', 'child'],
    ['a statement not made', ['commitment', 'truthful'], false, 'commitment.truthful'],
    ['an address that is none', ['applicant', 'email'], 'lan at example', 'applicant.email'],
    ['a control character', ['child', 'nativePlace'], 'Nghệ\u0007An', 'child.nativePlace'],
  ];
  for (const [what, path, value, at] of wrong) {
    it(what, () => {
      const answer = read(changed(path, value));
      expect(answer).toMatchObject({ at });
      if (typeof value === 'string') expect(JSON.stringify(answer)).not.toContain(value);
    });
  }
  it('a chosen procedure without its block or its authority', () => {
    expect(read(changed(['residence']))).toMatchObject({ at: 'residence' });
    expect(read(changed(['choices', 'authorities', 'card']))).toMatchObject({ at: 'choices.authorities.card' });
  });
  it('names every field at once to a form that marks them all', () => {
    const twice = structuredClone(plain);
    twice.child.bornOn = '2024-13-01';
    twice.mother.personalNumber = 'x';
    expect(declarationProblems(twice).map(({ at }) => at)).toEqual(['child.bornOn', 'mother.personalNumber']);
    expect(declarationProblems(plain)).toEqual([]);
  });
  it('a key that reaches into a prototype', () => {
    const raw: unknown = JSON.parse(
      JSON.stringify(plain).replace('"ethnicity"', '"__proto__":{"sex":"male"},"ethnicity"'),
    );
    expect(read(raw)).toEqual({ at: '', expected: 'ordinary field names' });
    expect(({} as { sex?: string }).sex).toBeUndefined();
  });
  it('a million members, a hundred thousand levels, or itself within itself', () => {
    const many = changed(
      ['residence', 'members'],
      Array.from({ length: 1_000_000 }, () => ({})),
    );
    let deep: unknown = 'a';
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    const round: Record<string, unknown> = {};
    round['round'] = round;
    for (const raw of [many, changed(['child'], deep), round]) expect(read(raw)).toMatchObject({ at: '' });
  });
  it('an object that throws when it is looked at', () => {
    const trap = new Proxy({}, { ownKeys: () => { throw new Error('trap'); } }); // biome-ignore format: one thought
    expect(read(trap)).toEqual({ at: '', expected: 'a JSON value' });
  });
});

/** Values such as a stranger may send, with the form's own field names among the keys. */
const anyJson = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constant(null), fc.constant(undefined)),
    fc.array(tie('value')),
    fc.dictionary(
      fc.oneof(
        fc.string(),
        fc.constantFrom(...Object.keys(plain), ...Object.keys(plain.child), '__proto__', 'toString'),
      ),
      tie('value'),
    ),
  ),
})).value;

const textsIn = (raw: unknown): readonly string[] => {
  if (typeof raw === 'string') return [raw];
  if (typeof raw !== 'object' || raw === null) return [];
  return Object.values(raw).flatMap(textsIn);
};

describe('whatever is sent', () => {
  it('the answer is a form or a complaint, never an exception, and never repeats what was written', () =>
    fc.assert(
      fc.property(anyJson, fc.constantFrom(...Object.keys(plain)), (value, block) => {
        for (const raw of [value, { ...plain, [block]: value }]) {
          const answer = readDeclaration(raw);
          if (E.isRight(answer)) continue;
          const said = JSON.stringify(answer.left);
          for (const text of textsIn(value)) if (text.trim().length > 6) expect(said).not.toContain(text.trim());
        }
      }),
    ));
});

describe('the published JSON Schema of form 01', () => {
  const schema = declarationJsonSchema() as {
    properties: Record<string, { title: string; description: string; properties: Record<string, { title: string }> }>;
    additionalProperties: boolean;
    required: readonly string[];
  };
  it('names the blocks in both languages and closes the form', () => {
    expect(Object.keys(schema.properties)).toEqual(Object.keys(plain));
    expect(schema.properties['child']).toMatchObject({ title: 'Trẻ được khai sinh', description: 'Child' });
    expect(schema.properties['child']?.properties['bornOn']?.title).toBe('Ngày, tháng, năm sinh');
    expect(schema.additionalProperties).toBe(false);
    expect(schema.required).not.toContain('card');
  });
  it('gives every field of it a name', () => {
    const nameless: string[] = [];
    const walk = (
      part: { properties?: Record<string, object>; items?: object; anyOf?: object[]; oneOf?: object[] },
      at: string,
    ): void => {
      for (const [key, field] of Object.entries(part.properties ?? {})) {
        if (!('title' in field)) nameless.push(`${at}${key}`);
        walk(field, `${at}${key}.`);
      }
      for (const other of [
        ...(part.items === undefined ? [] : [part.items]),
        ...(part.anyOf ?? []),
        ...(part.oneOf ?? []),
      ])
        walk(other, at);
    };
    walk(schema as object, '');
    expect(nameless).toEqual([]);
  });
});
