/** An entry put right in the register (cải chính hộ tịch), of a birth or of a death alike (R13). */
import type { Command, DomainEvent, Personal } from '../kernel/index.js';
import type { PlainDate } from '../values/plain-date.js';

/** `fields` are paths such as `child.name`; the values are sealed. */
export type CorrectionRegistered = DomainEvent<'CorrectionRegistered'> &
  Readonly<{ fields: readonly string[]; registeredOn: PlainDate }>;

/** New values stand in the sealed blocks; `fields` names them. */
export type RegisterCorrection = Command<
  'RegisterCorrection',
  Readonly<{ fields: readonly string[]; registeredOn: PlainDate; personal?: Personal }>
>;
