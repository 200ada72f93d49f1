/**
 * The two flows over notices (hai luồng nghiệp vụ): a child that was registered is proposed for a card, and what a dead person
 * drew is proposed to be stopped. Proposals alone: whoever embeds this decides on them, by their own rules.
 */
import {
  consequentId,
  type Fault,
  type OutcomeUnknown,
  type PlainDate,
  personalNumber,
  plainDate,
} from '@lienthong/core';
import type { JsonObject, JsonValue } from '@lienthong/core/evidence';
import { E, type TE } from '@lienthong/core/fp';
import type { NotifyEvents } from '../message/messages.schema.js';
import { eventNamed, type RegistryEvent } from '../vital-events.js';
import type { Heard } from './receiver.js';

type About = Readonly<{
  /** Follows from the notice: a proposal made twice has one key. */
  key: string;
  /** The registry's own name for the entry. */
  entry: string;
  personalNumber?: string;
  name?: JsonObject;
}>;

export type Proposal =
  | (About & Readonly<{ propose: 'enrol-newborn'; bornOn: PlainDate; sex?: string; parents: readonly string[] }>)
  | (About & Readonly<{ propose: 'review-enrolment'; because: 'correction' | 'number-replaced' }>)
  | (About & Readonly<{ propose: 'stop-allowances'; diedOn: PlainDate; exact: boolean }>)
  | (About & Readonly<{ propose: 'review-stop'; because: 'correction' }>)
  /** A notice that lacks what the flow needs: somebody looks at it. */
  | (About & Readonly<{ propose: 'look-into'; missing: string }>);

/** Where proposals go: a work list, a queue, a desk. Asked twice with one key, it keeps one. */
export type Proposals = Readonly<{ propose: (proposal: Proposal) => TE.TaskEither<Fault | OutcomeUnknown, void> }>;

const inner = (value: JsonValue | undefined, key: string): JsonValue | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject)[key] : undefined;
const textIn = (value: JsonValue | undefined, key: string): string | undefined => {
  const found = inner(value, key);
  return typeof found === 'string' ? found : undefined;
};

const uinIn = (block: JsonValue | undefined): string | undefined => {
  if (textIn(block, 'identifier_type') !== 'UIN') return undefined;
  const read = personalNumber(textIn(block, 'identifier_value') ?? '');
  return E.isRight(read) ? read.right : undefined;
};

/** One identifier or several: both forms are met. */
const ownNumber = (record: JsonObject): string | undefined => {
  const { identifier } = record;
  const several = Array.isArray(identifier) ? (identifier as readonly JsonValue[]) : [identifier as JsonValue];
  return several.map(uinIn).find((found) => found !== undefined);
};

/** A day, also where it is written as a moment. */
const dayIn = (record: JsonObject, field: string): PlainDate | undefined => {
  const read = plainDate((textIn(record, field) ?? '').slice(0, 10));
  return E.isRight(read) ? read.right : undefined;
};

const aboutOf = (record: JsonObject, cause: string, place: number): About => {
  const [number, name] = [ownNumber(record), inner(record, 'name')];
  return {
    key: consequentId(`dci-proposal/${cause}/${place}`),
    entry: textIn(record, '@id') ?? '',
    ...(number === undefined ? {} : { personalNumber: number }),
    ...(typeof name === 'object' && name !== null && !Array.isArray(name) ? { name: name as JsonObject } : {}),
  };
};

/** Of which register an entry is, where the notice speaks of a change. */
const groupOf = (record: JsonObject): RegistryEvent | undefined =>
  eventNamed(textIn(inner(record, 'registration'), 'event_type') ?? '');

const enrolment = (about: About, record: JsonObject): Proposal => {
  const [bornOn, sex] = [dayIn(record, 'birth_date'), textIn(record, 'sex')];
  if (bornOn === undefined) return { propose: 'look-into', ...about, missing: 'birth_date' };
  const parents = ['parent1_identifier', 'parent2_identifier'].flatMap((field) => uinIn(inner(record, field)) ?? []);
  return { propose: 'enrol-newborn', ...about, bornOn, ...(sex === undefined ? {} : { sex }), parents };
};

const stop = (about: About, record: JsonObject): Proposal => {
  const diedOn = dayIn(record, 'death_date');
  if (diedOn === undefined) return { propose: 'look-into', ...about, missing: 'death_date' };
  if (about.personalNumber === undefined) return { propose: 'look-into', ...about, missing: 'identifier' };
  const precision = textIn(record, 'death_date_precision') ?? 'day';
  return { propose: 'stop-allowances', ...about, diedOn, exact: precision === 'day' };
};

type Flow = (event: RegistryEvent, about: About, record: JsonObject) => Proposal | undefined;

/** Live birth → a card for the child; its later changes → another look at the enrolment. */
const newborn: Flow = (event, about, record) => {
  if (event === 'live-birth') return enrolment(about, record);
  if (groupOf(record) !== 'live-birth') return undefined;
  return event === 'correction' || event === 'number-replaced'
    ? { propose: 'review-enrolment', ...about, because: event }
    : undefined;
};

/** Death → whatever they drew is to be stopped; a correction → another look. */
const death: Flow = (event, about, record) => {
  if (event === 'death') return stop(about, record);
  return event === 'correction' && groupOf(record) === 'death'
    ? { propose: 'review-stop', ...about, because: 'correction' }
    : undefined;
};

const proposing =
  (flow: Flow) =>
  ({ propose }: Proposals) =>
  ({ header, message }: Heard<NotifyEvents>): TE.TaskEither<Fault | OutcomeUnknown, void> =>
  async () => {
    for (const { reference_id, data } of message?.notify_event ?? []) {
      const event = eventNamed(data.reg_event_type ?? '');
      for (const [place, record] of event === undefined ? [] : data.reg_records.entries()) {
        const cause = `${header.sender_id}/${header.message_id}/${reference_id}`;
        const proposal = flow(event as RegistryEvent, aboutOf(record, cause, place), record);
        const kept = proposal === undefined ? E.right(undefined) : await propose(proposal)();
        if (E.isLeft(kept)) return kept;
      }
    }
    return E.right(undefined);
  };

export const newbornEnrolment = proposing(newborn);
export const stopOnDeath = proposing(death);
