/** How a record of a register is handed in (bản ghi nhận từ cơ quan): one flat row, each value by its own rule. */
import {
  code,
  count,
  date,
  fields,
  oneOf,
  optional,
  type Received,
  received,
  text,
} from '../borders/received.schema.js';
import { namePart } from '../values/person-name.js';
import { personalNumber } from '../values/personal-number.js';
import { communeCode } from '../values/place.js';
import type { PlainDate } from '../values/plain-date.js';
import type { ParentFacts, PersonFacts } from './person.js';
import { BENEFITS, originOf, REGISTERS, type RegisterName, type RegisterRecord } from './register-record.js';

type Row = Readonly<{
  register: RegisterName;
  id: string;
  case?: string;
  status?: 'standing' | 'ended';
  origin?: 'linked' | 'elsewhere';
  on?: PlainDate;
  amount?: number;
  benefit?: (typeof BENEFITS)[number];
  number?: string;
  name?: string;
  surname?: string;
  middle?: string;
  given?: string;
  bornOn?: PlainDate;
  birthYear?: number;
  sex?: 'male' | 'female';
  commune?: string;
  birthOrder?: number;
  motherName?: string;
  motherNumber?: string;
  fatherName?: string;
  fatherNumber?: string;
}>;

const name = received(namePart);
const number = received(personalNumber);

const row = fields({
  register: oneOf(...REGISTERS),
  id: text(),
  case: optional(code()),
  status: optional(oneOf('standing', 'ended')),
  origin: optional(oneOf('linked', 'elsewhere')),
  on: optional(date),
  amount: optional(count()),
  benefit: optional(oneOf(...BENEFITS)),
  number: optional(number),
  name: optional(name),
  surname: optional(name),
  middle: optional(name),
  given: optional(name),
  bornOn: optional(date),
  birthYear: optional(count(1_800, 2_299)),
  sex: optional(oneOf('male', 'female')),
  commune: optional(received(communeCode)),
  birthOrder: optional(count(1, 20)),
  motherName: optional(name),
  motherNumber: optional(number),
  fatherName: optional(name),
  fatherNumber: optional(number),
}) as unknown as Received<Row>;

/** Fields that are numbers in JSON and digits in CSV. */
export const COUNTED: readonly string[] = ['amount', 'birthYear', 'birthOrder'] satisfies readonly (keyof Row)[];

const parent = (written: string | undefined, numbered: string | undefined): ParentFacts | undefined =>
  written === undefined && numbered === undefined
    ? undefined
    : { ...(written !== undefined && { name: written }), ...(numbered !== undefined && { number: numbered }) };

const personIn = (read: Row): PersonFacts => {
  const line = read.name ?? [read.surname, read.middle, read.given].filter((part) => part !== undefined).join(' ');
  const mother = parent(read.motherName, read.motherNumber);
  const father = parent(read.fatherName, read.fatherNumber);
  const { number: own, bornOn, birthYear, sex, commune, birthOrder } = read;
  return {
    ...(own !== undefined && { number: own }),
    ...(line !== '' && { name: line }),
    ...(bornOn !== undefined && { bornOn }),
    ...(birthYear !== undefined && { birthYear }),
    ...(sex !== undefined && { sex }),
    ...(commune !== undefined && { commune }),
    ...(birthOrder !== undefined && { birthOrder }),
    ...(mother !== undefined && { mother }),
    ...(father !== undefined && { father }),
  };
};

export const registerRecord: Received<RegisterRecord> = row.transform((read): RegisterRecord => {
  const { register, id, case: caseId, status = 'standing', origin = originOf(register), on, amount, benefit } = read;
  return {
    register,
    id,
    person: personIn(read),
    standing: status,
    origin,
    ...(caseId !== undefined && { caseId }),
    ...(on !== undefined && { on }),
    ...(amount !== undefined && { amount }),
    ...(benefit !== undefined && { benefit }),
  };
}) as unknown as Received<RegisterRecord>;
