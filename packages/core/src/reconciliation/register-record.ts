/** A record of an agency's own register (bản ghi trong sổ của cơ quan), in one form for all: who, since when, still standing or not. */
import type { BenefitName } from '../benefit/index.js';
import type { PlainDate } from '../values/plain-date.js';
import type { PersonFacts } from './person.js';

export const REGISTERS = [
  'civil-status-birth', // sổ đăng ký khai sinh
  'civil-status-death', // sổ đăng ký khai tử
  'population', // cơ sở dữ liệu quốc gia về dân cư
  'residence', // cơ sở dữ liệu về cư trú
  'health-card', // thẻ bảo hiểm y tế
  'payment', // chi trả trợ cấp; the person is the deceased
  'allowance', // trợ cấp hằng tháng, lương hưu
] as const;
export type RegisterName = (typeof REGISTERS)[number];

export const BENEFITS = ['funeral', 'merit-lump', 'survivor'] as const satisfies readonly BenefitName[];

export type RegisterRecord = Readonly<{
  register: RegisterName;
  /** Names the record within its register. */
  id: string;
  person: PersonFacts;
  /** The case that the register says it came from. */
  caseId?: string;
  /** `ended`: cancelled, struck off, stopped. */
  standing: 'standing' | 'ended';
  /** Entered, issued, paid. */
  on?: PlainDate;
  /** `payment`: what was paid, in đồng, and for which benefit. */
  amount?: number;
  benefit?: BenefitName;
  /** `elsewhere`: came about outside the linked procedures, so the journal need not know it. */
  origin: 'linked' | 'elsewhere';
}>;

/** Registers whose every record comes of a linked procedure, unless it says otherwise; the others are full of people. */
const OF_CASES: readonly RegisterName[] = ['civil-status-birth', 'civil-status-death', 'health-card', 'payment'];

export const originOf = (register: RegisterName): RegisterRecord['origin'] =>
  OF_CASES.includes(register) ? 'linked' : 'elsewhere';
