/**
 * A kind of case small enough to see through, for the kernel's own tests: a petition (đơn kiến nghị) that people sign and
 * a hearing may follow. Calls stand for requests to agencies: nobody need have seen them.
 */
import { E, type NonEmpty } from '../../fp.js';
import { lawBook } from '../../law/book.js';
import type { LawBook, Parameter } from '../../law/dated.js';
import { malformed } from '../../values/malformed.js';
import { addDays, day, dayOf, type Instant, type PlainDate } from '../../values/plain-date.js';
import type { CaseKind, Kept, Order } from '../case-kind.js';
import type { Command, Decider, DomainEvent, Personal } from '../decider.js';
import { examine, refuseUnless } from '../refusal.js';

export type Sign = Command<'Sign', Readonly<{ signer: string; personal?: Personal }>>;
export type SetHearing = Command<'SetHearing', Readonly<{ on: PlainDate }>>;
export type Call = Command<'Call', Readonly<Record<never, never>>>;
export type PetitionCommand = Sign | SetHearing | Call;

export type PetitionEvent =
  | (DomainEvent<'Signed'> & Readonly<{ signer: string }>)
  | (DomainEvent<'HearingSet'> & Readonly<{ on: PlainDate }>)
  | DomainEvent<'Called'>;

export type Petition = Readonly<{ signers: readonly string[]; hearing: PlainDate | null; calls: number }>;
export type PetitionReason = 'ListIsFull' | 'HearingInThePast';

const inForceFrom = day('2020-01-01');
const row = { from: inForceFrom, knownFrom: inForceFrom, confidence: 'official', release: '0.1.0' } as const;
const cited = (article: string) => ({ act: '1/2020/TEST', article, inForceFrom, confidence: 'official' }) as const;

export const mostSigners: Parameter<number> = {
  name: 'mostSigners',
  unit: 'signatures',
  about: 'how many may sign',
  rows: [{ ...row, id: 'mostSigners/2020', value: 3, citation: cited('1') }],
};

/** In force until 2025 only: afterwards it binds nobody. */
export const hearingAhead: Parameter<true> = {
  name: 'hearingAhead',
  unit: 'holds',
  about: 'a hearing lies ahead',
  rows: [{ ...row, id: 'hearingAhead/2020', value: true, to: day('2025-12-31'), citation: cited('2') }],
};

export const petitionLaw: LawBook = lawBook([mostSigners, hearingAhead]);

// #region rule
const asks = examine<PetitionCommand, Petition, PetitionReason>(
  refuseUnless('ListIsFull', mostSigners, ({ type }, { signers }, most) => type !== 'Sign' || signers.length < most, {
    facts: (_, { signers }) => ({ signers: signers.length }),
  }),
  refuseUnless('HearingInThePast', hearingAhead, ({ type, at, data }) => type !== 'SetHearing' || data.on > dayOf(at), {
    remedy: ({ at }) => ({ kind: 'change', at: 'on', to: addDays(dayOf(at), 1) }),
  }),
);
// #endregion rule

const decided = ({ type, data }: PetitionCommand): NonEmpty<PetitionEvent> => {
  switch (type) {
    case 'Sign':
      return [
        { type: 'Signed', signer: data.signer, ...(data.personal === undefined ? {} : { personal: data.personal }) },
      ];
    case 'SetHearing':
      return [
        { type: 'HearingSet', on: data.on, attribution: { decidedBy: { id: 'chair', role: 'commune-leader' } } },
        { type: 'Called' },
      ];
    case 'Call':
      return [{ type: 'Called' }];
  }
};

export const petitionDecider: Decider<PetitionCommand, PetitionEvent, Petition, PetitionReason> = {
  initial: { signers: [], hearing: null, calls: 0 },
  decide: (command, state) => {
    const today = dayOf(command.at);
    const heard = asks(command, state, petitionLaw.at({ on: today, knownOn: today }));
    return E.isLeft(heard) ? heard : E.right(decided(command));
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'Signed':
        return { ...state, signers: [...state.signers, event.signer] };
      case 'HearingSet':
        return { ...state, hearing: event.on };
      case 'Called':
        return { ...state, calls: state.calls + 1 };
    }
  },
};

const keep = ({ type, personal, attribution: _, ...facts }: PetitionEvent): Kept => ({
  type,
  schema: 1,
  facts: facts as Kept['facts'],
  ...(personal === undefined ? {} : { personal }),
});

export const petition: CaseKind<PetitionCommand, PetitionEvent, Petition, PetitionReason> = {
  name: 'petition',
  law: petitionLaw,
  decider: petitionDecider,
  events: {
    keep,
    recall: ({ type, schema, facts, personal }) =>
      ['Signed', 'HearingSet', 'Called'].includes(type) && schema === 1
        ? E.right({ type, ...facts, ...(personal === undefined ? {} : { personal }) } as PetitionEvent)
        : malformed('a type of event known here', 'type'),
  },
  commands: {
    keep: ({ data }) => {
      const { personal, ...facts } = data as Readonly<{ personal?: Personal }>;
      return { facts, ...(personal === undefined ? {} : { personal }) };
    },
    recall: (type, { facts, personal }) =>
      ['Sign', 'SetHearing', 'Call'].includes(type)
        ? E.right({ type, data: personal === undefined ? facts : { ...facts, personal } } as Order<PetitionCommand>)
        : malformed('a type of command known here', 'command'),
  },
  legOf: ({ type }) => ({ Signed: 'list', HearingSet: 'hearing', Called: undefined })[type],
};

export const noon: Instant = '2024-08-29T05:00:00.000Z' as Instant;
/** Minutes after noon. */
export const after = (minutes: number): Instant =>
  new Date(Date.parse(noon) + minutes * 60_000).toISOString() as Instant;

/** A command id that says nothing but its number. */
export const numbered = (count: number): string => `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;

const villager = { id: 'c-1', role: 'applicant' } as const;

export const sign = (count: number, said: Partial<Sign> = {}): Sign => ({
  id: numbered(count),
  type: 'Sign',
  at: noon,
  actor: villager,
  data: { signer: `signer-${count}`, personal: { [`signer-${count}`]: { name: `Nguyễn Thị Bí Mật ${count}` } } },
  ...said,
});

export const setHearing = (count: number, said: Partial<SetHearing> = {}): SetHearing => ({
  id: numbered(count),
  type: 'SetHearing',
  at: noon,
  actor: { id: 'o-1', role: 'civil-status-officer', unit: '16834' },
  data: { on: day('2024-09-10') },
  ...said,
});

export const call = (count: number, said: Partial<Call> = {}): Call => ({
  id: numbered(count),
  type: 'Call',
  at: noon,
  actor: { id: 'courier', role: 'courier' },
  data: {},
  ...said,
});
