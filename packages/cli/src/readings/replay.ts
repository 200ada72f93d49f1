/**
 * Judges a case again (kiểm tra lại hồ sơ): folds what was recorded, and before each commit asks the decider of that day's
 * release what it would say to the recorded command. Whatever differs from what stands there is a finding (R1).
 */
import {
  type Actor,
  type CaseKind,
  COMMAND_ACCEPTED,
  type Command,
  type DomainEvent,
  type Kept,
  type Malformed,
  openPersonal,
  type Personal,
  type StoredEvent,
  unsealedFacts,
} from '@lienthong/core';
import { canonical, type JsonObject, type JsonValue, type Keys } from '@lienthong/core/evidence';
import { E, type Either } from '@lienthong/core/fp';
import type { LawDate, LawSetId } from '@lienthong/core/law';
import { type Commit, commitsOf } from './streams.js';

/** `would-refuse` names reasons, `other-events` types: never what a person is called. */
export type Finding = Readonly<{
  stream: string;
  revision: number;
  command: string;
  why: 'no-record' | 'unreadable' | 'unknown-release' | 'other-law-set' | 'would-refuse' | 'other-events';
  recorded?: readonly string[];
  judged?: readonly string[];
  at?: string;
}>;

/** Neither right nor wrong: the sealed facts were destroyed, or the keys at hand do not open them. */
export type NotJudged = Readonly<{ stream: string; revision: number; command: string; because: 'erased' | 'sealed' }>;

export type Replayed = Readonly<{
  commits: number;
  judged: number;
  notJudged: readonly NotJudged[];
  findings: readonly Finding[];
}>;

/** How the cases of one kind are judged: their kind under a release, and how a record's command is recalled. */
export type Judge<C extends Command, Ev extends DomainEvent, S, R extends string> = Readonly<{
  /** `undefined` for a release that this program does not know. */
  under: (release: string) => CaseKind<C, Ev, S, R> | undefined;
  recall: (record: StoredEvent, personal?: Personal) => Either<Malformed, C>;
}>;

type Opened = Readonly<{ personal?: Personal }> | 'erased' | 'sealed';

const open = async (record: StoredEvent, keys: Keys | undefined): Promise<Opened> => {
  const sealed = record.data['sealed'] as JsonObject | undefined;
  if (sealed === undefined) return {};
  if (Object.values(sealed).some((block) => (block as JsonObject)['erased'] === true)) return 'erased';
  if (keys === undefined) return 'sealed';
  const { personal, erased, damaged } = await openPersonal(keys, record);
  if (erased.length > 0) return 'erased';
  return damaged.length > 0 ? 'sealed' : { personal };
};

/** What is compared: the event's stored facts, who is said to have done it, and when. */
const told = ({ type, schema, facts }: Kept, actor: Actor, at: string): string =>
  canonical({ type, schema, facts, actor: actor as unknown as JsonValue, at });

const actorOf = (command: Command, { attribution }: DomainEvent): Actor => ({ ...command.actor, ...attribution });

type CommandRecord = Readonly<{ command: string; release: string; law: LawDate; hash: string }>;

const recordOf = ({ type, data }: StoredEvent): CommandRecord | undefined => {
  const { command, law } = data;
  if (type !== COMMAND_ACCEPTED || typeof command !== 'string' || typeof law !== 'object' || law === null)
    return undefined;
  const { release, on, knownOn, hash } = law as unknown as LawSetId;
  return { command, release, law: { on, knownOn }, hash };
};

type Verdict =
  | Readonly<{ why: Finding['why'] } & Partial<Finding>>
  | Readonly<{ because: NotJudged['because'] }>
  | 'same';

const other = (why: Finding['why'], rest: Partial<Finding> = {}): Verdict => ({ why, ...rest });

/** What the decider says to the recorded command, held against what was recorded. */
const judge = async <C extends Command, Ev extends DomainEvent, S, R extends string>(
  kind: CaseKind<C, Ev, S, R>,
  recall: Judge<C, Ev, S, R>['recall'],
  commit: Commit,
  before: S,
  keys: Keys | undefined,
): Promise<Verdict> => {
  const [first, ...events] = commit;
  const opened = await open(first, keys);
  if (typeof opened === 'string') return { because: opened };
  const command = recall(first, opened.personal);
  if (E.isLeft(command)) return other('unreadable', { at: command.left.at });
  const decided = kind.decider.decide(command.right, before);
  const recorded = events.map(({ type }) => type);
  if (E.isLeft(decided)) return other('would-refuse', { recorded, judged: decided.left.map(({ reason }) => reason) });
  const said = decided.right.map((event) =>
    told(kind.events.keep(event), actorOf(command.right, event), first.occurredAt),
  );
  const stood = events.map((event) => told(unsealedFacts(event), event.actor, event.occurredAt));
  return said.join('\n') === stood.join('\n')
    ? 'same'
    : other('other-events', { recorded, judged: decided.right.map(({ type }) => type) });
};

/** The state after a commit; the place of the first event that cannot be read, otherwise. */
const after = <C extends Command, Ev extends DomainEvent, S, R extends string>(
  { events, decider }: CaseKind<C, Ev, S, R>,
  [, ...stored]: Commit,
  before: S,
): Either<Partial<Finding>, S> => {
  let state = before;
  for (const event of stored) {
    const recalled = events.recall(unsealedFacts(event));
    if (E.isLeft(recalled)) return E.left({ revision: event.revision, at: recalled.left.at });
    state = decider.evolve(state, recalled.right);
  }
  return E.right(state);
};

/** `stored` is one stream, whole, in order. What cannot be folded ends the replay of its case, with a finding. */
export const replayCase = async <C extends Command, Ev extends DomainEvent, S, R extends string>(
  { under, recall }: Judge<C, Ev, S, R>,
  stored: readonly StoredEvent[],
  keys: Keys | undefined,
): Promise<Replayed> => {
  const findings: Finding[] = [];
  const notJudged: NotJudged[] = [];
  const commits = commitsOf(stored);
  let judged = 0;
  let state: S | undefined;

  for (const commit of commits) {
    const [{ stream, revision }] = commit;
    const record = recordOf(commit[0]);
    const place = { stream, revision, command: record?.command ?? '?' };
    const kind = record === undefined ? undefined : under(record.release);
    if (record === undefined || kind === undefined) {
      findings.push({ ...place, ...(record ? { why: 'unknown-release', at: record.release } : { why: 'no-record' }) });
      break;
    }
    const before = state ?? kind.decider.initial;
    const next = after(kind, commit, before);
    if (E.isLeft(next)) {
      findings.push({ ...place, why: 'unreadable', ...next.left });
      break;
    }
    state = next.right;
    if (kind.law.at(record.law).id.hash !== record.hash)
      findings.push({ ...place, why: 'other-law-set', at: record.law.on });
    const verdict = await judge(kind, recall, commit, before, keys);
    if (verdict !== 'same' && 'because' in verdict) notJudged.push({ ...place, ...verdict });
    else {
      judged += 1;
      if (verdict !== 'same') findings.push({ ...place, ...verdict });
    }
  }
  return { commits: commits.length, judged, notJudged, findings };
};
