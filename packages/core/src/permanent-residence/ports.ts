/** What the residence leg asks of the commune police (công an cấp xã): entering the child in the residence register. */
import type { JsonObject } from '../evidence/canonical.js';
import type { Desk } from '../requests/port.js';
import type { PlainDate } from '../values/plain-date.js';

export type ResidenceToRegister = Readonly<{
  bornOn: PlainDate;
  commune: string;
  lodging: string;
  consents: readonly string[];
  people: Readonly<Record<string, JsonObject>>;
}>;

export type ResidenceRefusalReason = 'ConsentMissing' | 'PlaceBanned' | 'NoLawfulPlace';

export type ResidenceAnswer =
  | Readonly<{ outcome: 'registered'; entry: string; registeredOn: PlainDate }>
  | Readonly<{ outcome: 'refused'; reason: ResidenceRefusalReason }>
  | Readonly<{ outcome: 'incomplete'; items: readonly string[] }>
  /** An earlier agency erred; nothing is refused to the citizen. */
  | Readonly<{ outcome: 'returned'; field: string }>;

/** The residence register (cơ sở dữ liệu về cư trú). A verification opened on the way is told as progress `verifying`. */
export type ResidenceRegister = Desk<ResidenceToRegister, ResidenceAnswer>;
