/**
 * The alias table (bảng đối chiếu mã): one case id and the codes other systems give the case — those noted down, the references
 * agencies answered with, the number in the civil-status book, the code of the facility's notice.
 */
import type { DomainEvent } from '../kernel/index.js';
import type { Row } from '../kernel/view-store.js';
import type { Ledger } from '../requests/index.js';
import { agencyAsked } from '../support/index.js';
import type { CaseRow } from './case-row.js';
import { viewRow } from './group-views.js';
import type { GroupName } from './standing.js';

/** `from` says what the code was learned from. */
export type CaseCode = Readonly<{ system: string; code: string; from: 'recorded' | 'reference' | 'book' | 'notice' }>;

/** A book's numbers are its commune's own, so the commune stands before them. */
const bookCode = ({
  commune,
  book,
  number,
}: Readonly<Record<'commune' | 'book' | 'number', string | number>>): string => `${commune}/${book}/${number}`;

/** Events that tell a code. */
export const CODED_EVENTS: readonly string[] = [
  'AliasRecorded',
  'RequestAcknowledged',
  'BirthRegistered',
  'DeathRegistered',
  'BirthNoticeAttached',
  'DeathNoticeAttached',
];

/** Whether one of them tells this very code, however it is written; for who has no view at hand. */
export const tellsCode = (event: Readonly<{ type: string; data: object }>, code: string): boolean => {
  const { reference, code: said, ...book } = event.data as Readonly<Record<string, string>>;
  const told = event.type === 'RequestAcknowledged' ? reference : (said ?? bookCode(book as never));
  return CODED_EVENTS.includes(event.type) && told?.toUpperCase() === code.trim().toUpperCase();
};

const codeIn = (event: DomainEvent, requests: Ledger): CaseCode | undefined => {
  const said = event as unknown as Readonly<Record<string, string>>;
  const { system = '', code = '', reference = '', request = '' } = said;
  switch (event.type) {
    case 'AliasRecorded':
      return { system, code, from: 'recorded' };
    case 'RequestAcknowledged': {
      const purpose = requests[request]?.purpose;
      return purpose === undefined ? undefined : { system: agencyAsked(purpose), code: reference, from: 'reference' };
    }
    case 'BirthRegistered':
    case 'DeathRegistered':
      return { system: 'civil-status', code: bookCode(said as never), from: 'book' };
    case 'BirthNoticeAttached':
    case 'DeathNoticeAttached':
      return { system: 'health-facility', code, from: 'notice' };
    default:
      return undefined;
  }
};

export const codesAfter = (codes: readonly CaseCode[], event: DomainEvent, requests: Ledger): readonly CaseCode[] => {
  const found = codeIn(event, requests);
  return found === undefined ||
    found.code === '' ||
    codes.some(({ system, code }) => system === found.system && code === found.code)
    ? codes
    : [...codes, found];
};

/** A code as it stands in the view, with the case it leads to. */
export type CodedCase = CaseCode & Readonly<{ group: GroupName; caseId: string; stream: string }>;

export const ALIASES = 'alias/';

/** People type codes with or without capitals. */
export const aliasPrefix = (code?: string): string =>
  code === undefined ? ALIASES : `${ALIASES}${encodeURIComponent(code.trim().toUpperCase())}/`;

export const aliasRows = ({ codes, group, caseId, stream }: CaseRow): readonly Row[] =>
  codes.map((each) => {
    const value: CodedCase = { ...each, group, caseId, stream };
    return viewRow(`${aliasPrefix(each.code)}${each.system}/${stream}`, value);
  });

/** One code of one system that leads to several cases: somebody made a mistake, and both are shown. */
export type Conflict = Readonly<{ system: string; code: string; cases: readonly CodedCase[] }>;

export const conflictsIn = (all: readonly CodedCase[]): readonly Conflict[] => {
  const same = new Map<string, CodedCase[]>();
  for (const each of all) {
    const key = `${each.system}/${each.code.toUpperCase()}`;
    same.set(key, [...(same.get(key) ?? []), each]);
  }
  return [...same.values()].flatMap((cases): readonly Conflict[] => {
    const [first] = cases;
    return first === undefined || new Set(cases.map(({ stream }) => stream)).size < 2
      ? []
      : [{ system: first.system, code: first.code, cases }];
  });
};
