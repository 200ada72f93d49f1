/** Makes a group of what one kind of case brings along, in its own types. */
import {
  type Actor,
  type CaseKind,
  type Command,
  type Committed,
  caseId,
  caseOf,
  consequentId,
  type DomainEvent,
  foldStored,
  type Handled,
  type HandleEnv,
  type Instant,
  type Malformed,
  type Personal,
  type StoredEvent,
  unsealedFacts,
} from '@lienthong/core';
import { type Allowed, type Application, type DueDate, fileInto, type LegName } from '@lienthong/core/application';
import { type Authority, ROLES, type Role } from '@lienthong/core/authority';
import { blindIndex } from '@lienthong/core/evidence';
import { E, type Either, pipe, TE } from '@lienthong/core/fp';
import { type LawBook, lawBook } from '@lienthong/core/law';
import type { Messages } from '@lienthong/core/messages';
import type { PeopleOf } from '@lienthong/core/personal-data';
import type { Ledger } from '@lienthong/core/requests';
import type { Language, Text } from '../language.js';
import { badInput, faulty, malformedField, type Problem, refused } from '../problem.js';
import { type Judge, replayCase } from '../readings/replay.js';
import { summarise } from '../readings/statistics.js';
import type { Done, Form, Group, GroupName, LegStanding, Order, Standing, Told, View } from './group.js';
import { authority } from './places.js';

/** As much of a case as every group has. */
export type AnyCase = Readonly<{ application: Application; requests: Ledger }>;

/** Who gives a command, when and under which id. */
export type Envelope = Readonly<{ id: string; at: Instant; actor: Actor }>;

/** `F` is the declaration as it was read, every value by its own rule. */
export type Own<C extends Command, Ev extends DomainEvent, S extends AnyCase, R extends string, F> = Readonly<{
  name: GroupName;
  kind: (book: LawBook) => CaseKind<C, Ev, S, R>;
  recall: (record: StoredEvent, personal?: Personal) => Either<Malformed, C>;
  messages: (language: Language) => Messages<C, Ev, R>;

  readForm: (raw: unknown) => Either<Malformed, F>;
  /** Whoever files: their number, and in which role. */
  filer: (form: F) => Readonly<{ personalNumber: string; role: Role; unit?: string }>;
  application: (form: F, envelope: Envelope, claimOf: (preimage: string) => string) => C;
  /** Consents given on the form, each by whom. */
  consents: (form: F) => readonly Readonly<{ of: string; command: (envelope: Envelope) => C }>[];

  readCommand: (raw: unknown, stamp: Readonly<{ id: string; at: Instant }>) => Either<Malformed, C>;
  submit: (env: HandleEnv, kind: CaseKind<C, Ev, S, R>) => (id: string, command: C) => Handled<Ev, S, R>;
  /** The command that carries the holder of the claim: whoever gives it need not know who that is. */
  registers: C['type'];

  standing: (state: S, leg: LegName) => LegStanding;
  dueDates: (book: LawBook, state: S) => readonly DueDate[];
  allowed: (book: LawBook, state: S, actor: Actor, at: Instant, authority: Authority) => Allowed<C, R>;
  /** The leg whose unit an officer acts for; the first one's unless said. */
  deskOf: Readonly<Partial<Record<Role, LegName>>>;
  people: (book: LawBook) => PeopleOf;
}>;

const isStuck = ({ application, requests }: AnyCase): boolean =>
  application.escalated.length > 0 || Object.values(requests).some(({ status }) => status === 'given-up');

/** Days that citizens missed are no agency's lateness. */
const isLate = (event: DomainEvent): boolean =>
  event.type === 'DeadlineMissed' && 'duty' in event && event.duty !== 'citizen';

export const groupOf = <C extends Command, Ev extends DomainEvent, S extends AnyCase, R extends string, F>(
  own: Own<C, Ev, S, R, F>,
): Group => {
  const { name } = own;
  const speech: Readonly<Record<Language, Messages<C, Ev, R>>> = { vi: own.messages('vi'), en: own.messages('en') };
  const inBoth = (of: (messages: Messages<C, Ev, R>) => string): Text => ({ vi: of(speech.vi), en: of(speech.en) });
  const misread = (malformed: Malformed): Problem =>
    malformedField(
      malformed,
      inBoth(({ malformed: told }) => told(malformed)),
    );

  const kinds = new Map<string, CaseKind<C, Ev, S, R> | undefined>();
  const under = (release: string): CaseKind<C, Ev, S, R> | undefined => {
    if (!kinds.has(release)) {
      const then = lawBook().rebuild(release);
      kinds.set(release, then === undefined ? undefined : own.kind(then));
    }
    return kinds.get(release);
  };
  let made: CaseKind<C, Ev, S, R> | undefined;
  const kind = (): CaseKind<C, Ev, S, R> => {
    made ??= own.kind(lawBook());
    return made;
  };
  const judge: Judge<C, Ev, S, R> = { under, recall: own.recall };

  const told = (event: Ev): Told => {
    const { personal: _, attribution: __, ...facts } = event;
    return { facts, text: inBoth((messages) => messages.event(event)) };
  };
  const doneOf = ({ stream, revision, repeated, events }: Committed<Ev, S>): Done => ({
    case: caseOf({ name }, stream),
    revision,
    repeated,
    events: events.map(told),
  });
  const settled = (handled: Handled<Ev, S, R>): TE.TaskEither<Problem, Done> =>
    pipe(
      handled,
      TE.mapLeft(faulty),
      TE.flatMapEither((answer): Either<Problem, Done> => {
        if (E.isRight(answer)) return E.right(doneOf(answer.right));
        return E.left(
          refused(
            answer.left.map((refusal) => ({ refusal, message: inBoth((messages) => messages.refusal(refusal)) })),
          ),
        );
      }),
    );

  /** A consent that the law does not accept is left to the officer, and so is whatever one person says twice. */
  const consenting =
    (env: HandleEnv, form: F, { id, at, actor }: Envelope) =>
    async (): Promise<Either<Problem, void>> => {
      const heard = new Set<string>();
      for (const { of, command } of own.consents(form)) {
        if (heard.has(of)) continue;
        heard.add(of);
        const given = command({ id: consequentId(`consent/${id}/${of}`), at, actor });
        const recorded = await settled(own.submit(env, kind())(caseId(id), given))();
        if (E.isLeft(recorded) && recorded.left.exit !== 1) return recorded;
      }
      return E.right(undefined);
    };

  const formOf = (form: F): Form => ({
    file: ({ journal, keys, secret }, { id, at }) => {
      const { personalNumber, ...office } = own.filer(form);
      // The same person, the same code, and no way back to the number.
      const actor = { id: `citizen-${blindIndex(secret, 'actor', personalNumber).slice(0, 16)}`, ...office };
      const envelope = { id, at, actor };
      const command = own.application(form, envelope, (preimage) => blindIndex(secret, name, preimage));
      return pipe(
        settled(fileInto({ journal, keys })(kind())(command)),
        TE.tap(() => consenting({ journal, keys }, form, envelope)),
      );
    },
  });

  const withHolder = (raw: unknown, id: string): unknown => {
    if (typeof raw !== 'object' || raw === null) return raw;
    const { type, data } = raw as Readonly<{ type?: unknown; data?: object }>;
    return type === own.registers ? { ...raw, data: { holder: id, ...data } } : raw;
  };

  const viewOf = (state: S, book: LawBook, at: Instant): View => {
    const { phase, declaration } = state.application;
    const units: Readonly<Partial<Record<LegName, string>>> = declaration?.authorities ?? {};
    const actorAs = (role: Role): Actor => {
      const unit = units[own.deskOf[role] ?? name] ?? units[name];
      return { id: role, role, ...(unit === undefined ? {} : { unit }) };
    };
    return {
      phase,
      legs: (declaration?.legs ?? []).map((leg) => {
        const { outcome, money } = own.standing(state, leg);
        return { leg, outcome, ...(money === null ? {} : { benefits: money }) };
      }),
      dueDates: own.dueDates(book, state),
      openRequests: Object.values(state.requests).filter(({ status }) => status !== 'answered'),
      allowed: ROLES.map((role) => ({ role, ...own.allowed(book, state, actorAs(role), at, authority) })),
    };
  };

  const standingOf = (stored: readonly StoredEvent[]): Either<Problem, Standing> => {
    const folded = foldStored(kind(), stored);
    if (E.isLeft(folded)) return E.left(faulty(folded.left));
    const { state, eventAt, head } = folded.right;
    const { declaration, delivered, phase } = state.application;
    const { legOf } = kind();
    return E.right({
      head,
      state,
      seen: Object.fromEntries(
        [...eventAt].flatMap(([revision, event]) => {
          const leg = legOf(event);
          return leg === undefined ? [] : [[leg, revision]];
        }),
      ),
      view: (book, at) => viewOf(state, book, at),
      reasons: ({ allowed }) =>
        Object.fromEntries(
          allowed
            .flatMap(({ closed }) => closed.flatMap(({ refusals }) => refusals))
            // They come from this very kind, which the erased view cannot say.
            .map((each) => [each.reason, inBoth(({ refusal }) => refusal(each as Parameters<typeof refusal>[0]))]),
        ),
      summary: summarise({
        group: name,
        phase,
        stuck: isStuck(state),
        late: [...eventAt.values()].some(isLate),
        commune: declaration?.authorities[name],
        filedAt: stored[0]?.occurredAt,
        legs: (declaration?.legs ?? []).map((leg) => ({
          leg,
          ...own.standing(state, leg),
          handedOver: delivered.includes(leg),
        })),
      }),
    });
  };

  return {
    name,
    readForm: (raw) => pipe(own.readForm(raw), E.mapLeft(misread), E.map(formOf)),
    readCommand: (raw, stamp, id) => {
      const command = own.readCommand(withHolder(raw, id), stamp);
      if (E.isLeft(command)) return E.left(misread(command.left));
      if (command.right.type === 'Apply')
        return E.left(badInput('type', 'a command for a case that was filed; `lienthong apply` files one'));
      const order: Order = {
        submit: ({ journal, keys }, to) => settled(own.submit({ journal, keys }, kind())(to, command.right)),
      };
      return E.right(order);
    },
    fold: standingOf,
    tell: (stored) => {
      const event = kind().events.recall(unsealedFacts(stored));
      if (E.isRight(event)) return E.right(told(event.right).text);
      const { stream, revision } = stored;
      return E.left(faulty({ kind: 'Unreadable', stream, revision, ...event.left }));
    },
    replay: (stored, keys) => replayCase(judge, stored, keys),
    people: own.people,
  };
};
