/**
 * Everything held about a person (dữ liệu đang lưu về một người): each event that says something of them, the fields by name,
 * what each is for, on which ground and how long. Values come only when they are asked for as well.
 */
import type { JsonValue, Keys } from '../evidence/index.js';
import { pipe, TE } from '../fp.js';
import {
  COMMAND_ACCEPTED,
  type Fault,
  type Journal,
  type OutcomeUnknown,
  type StoredEvent,
  streamOf,
} from '../kernel/index.js';
import { type Citation, currentLawOf, type KeptFor, type LawBook, provision, type Retention } from '../law/index.js';
import type { Instant } from '../values/plain-date.js';
import { type Access, only, openLogged } from './access-log.js';
import { fieldUse, keptFor, type Purpose } from './fields.js';

export type HeldEnv = Readonly<{
  journal: Journal;
  /** Where looks are recorded; the journal itself unless said. */
  log?: Journal;
  /** `undefined`: nothing can be opened, and fields have no names. */
  keys: Keys | undefined;
  law: LawBook;
}>;

/** A field of a block. `purpose` and `ground` are absent for a field that the register does not know. */
export type HeldField = Readonly<{
  field: string;
  purpose?: Purpose;
  ground?: Citation;
  sensitive: boolean;
  value?: JsonValue;
}>;

export type Held = Readonly<{
  stream: string;
  revision: number;
  at: Instant;
  /** The event, or the command whose record it is. */
  type: string;
  record: boolean;
  subject: string;
  standing: 'open' | 'erased' | 'sealed';
  keptFor: KeptFor;
  retention?: Retention;
  fields: readonly HeldField[];
}>;

export type HeldQuestion = Readonly<{
  group: 'birth' | 'death';
  caseId: string;
  /** One person of the case, or everybody. */
  subject?: string;
  /** Whether values may be shown; a permission, not a wish: the caller has seen to it. */
  withValues: boolean;
  /** Opening blocks to name their fields is a look as well, and recorded. */
  access: Access;
}>;

const typeOf = ({ type, data }: StoredEvent): Pick<Held, 'type' | 'record'> =>
  type === COMMAND_ACCEPTED ? { type: String(data['command']), record: true } : { type, record: false };

export const heldAbout =
  ({ journal, log = journal, keys, law }: HeldEnv) =>
  ({
    group,
    caseId,
    subject,
    withValues,
    access,
  }: HeldQuestion): TE.TaskEither<Fault | OutcomeUnknown, readonly Held[]> => {
    const today = currentLawOf(law, access.at);
    const sensitive = today.row(provision.personalDataSensitive)?.value ?? [];
    const retention = today.row(provision.personalDataRetention)?.value;

    const fieldOf = (who: string, field: string, value: JsonValue): HeldField => {
      const use = fieldUse(group, who, field);
      const ground = use && today.row(use.ground)?.citation;
      return {
        field,
        ...(use === undefined ? {} : { purpose: use.purpose }),
        ...(ground === undefined ? {} : { ground }),
        sensitive: use !== undefined && sensitive.includes(use.sensitivity),
        ...(withValues ? { value } : {}),
      };
    };

    const heldIn = (event: StoredEvent, who: string, rest: Pick<Held, 'standing' | 'fields'>): Held => {
      const kept = keptFor(group, who);
      return {
        stream: event.stream,
        revision: event.revision,
        at: event.occurredAt,
        ...typeOf(event),
        subject: who,
        keptFor: kept,
        ...(retention === undefined ? {} : { retention: retention[kept] }),
        ...rest,
      };
    };

    const sealedIn = (event: StoredEvent): readonly string[] => Object.keys((event.data['sealed'] ?? {}) as object);

    return pipe(
      journal.read(streamOf({ name: group }, caseId)),
      TE.mapLeft((fault): Fault | OutcomeUnknown => fault),
      TE.map(({ events }) =>
        events.flatMap((event) => {
          const about = only(event, subject === undefined ? undefined : [subject]);
          return sealedIn(about).length === 0 ? [] : [about];
        }),
      ),
      TE.flatMap((events): TE.TaskEither<Fault | OutcomeUnknown, readonly Held[]> => {
        if (keys === undefined)
          return TE.right(
            events.flatMap((event) =>
              sealedIn(event).map((who) => heldIn(event, who, { standing: 'sealed', fields: [] })),
            ),
          );
        return pipe(
          openLogged({ log, keys })(access, caseId, events),
          TE.map((opened) =>
            opened.flatMap(({ event, personal, erased, damaged }) => [
              ...Object.entries(personal).map(([who, block]) =>
                heldIn(event, who, {
                  standing: 'open',
                  fields: Object.entries(block).map(([field, value]) => fieldOf(who, field, value)),
                }),
              ),
              ...erased.map((who) => heldIn(event, who, { standing: 'erased', fields: [] })),
              ...damaged.map((who) => heldIn(event, who, { standing: 'sealed', fields: [] })),
            ]),
          ),
        );
      }),
    );
  };
