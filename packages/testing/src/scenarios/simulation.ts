/** What a run is asked and what it says (đầu vào và kết quả mô phỏng). */
import type { Instant, Journal } from '@lienthong/core';
import type { Keys } from '@lienthong/core/evidence';
import type { LawBook } from '@lienthong/core/law';
import type { Courier } from '@lienthong/core/requests';
import type { Agencies, FaultProfile, Faults, OfficeWorld, VirtualClock } from '../agencies/index.js';
import type { Books, Finding } from './books.js';
import type { BenefitFigures, Figures } from './figures.js';
import type { Scenario } from './scenario.js';
import type { StuckRequests } from './stuck.js';

export type SimulationOptions = Readonly<{
  scenario: Scenario;
  seed: number;
  faults: FaultProfile | Readonly<{ name: string; faults: Faults }>;
  journal: Journal;
  keys: Keys;
  law: LawBook;
  /** The clock the journal stamps with; the simulation moves it. */
  clock: VirtualClock;
  /** Secret of the keyed digests for claims and look-ups. */
  secret: string;
  /** Births and deaths received; the scenario's own numbers unless said. */
  births?: number;
  deaths?: number;
  /** What somebody switches on by hand while it runs. */
  weather?: OfficeWorld['weather'];
  /** Puts another way to the agencies between the courier and them, such as HTTP. */
  agenciesOf?: (agencies: Agencies) => Agencies;
  /** Lets the courier of a group run elsewhere; `ours` is the one that would run here. */
  courierOf?: (about: 'births' | 'deaths', ours: Courier) => Courier;
  /** After each move of the clock, before the couriers carry: the groups for which replies were brought by it. */
  onMoment?: (now: Instant) => Promise<readonly ('births' | 'deaths')[]>;
  /** Given the books at the end, before they are compared. */
  onBooks?: (books: Books) => void;
  onProgress?: (progress: Readonly<{ now: Instant; filed: number; closed: number; total: number }>) => void;
}>;

export type Simulated = Figures &
  Readonly<{
    scenario: string;
    seed: number;
    faults: string;
    /** Applications of the scenario's days, counted in the journal. */
    received: Readonly<{ total: number; birth: number; death: number }>;
    lost: number;
    duplicatedEffects: number;
    events: number;
    /** Money after deaths, when all was quiet. */
    benefits: BenefitFigures;
    /** At midnight after the scenario's last day. */
    at: Figures & Readonly<{ on: string; stuckRequests: readonly StuckRequests[] }>;
    /** When all was quiet; the figures above are these. */
    final: Figures & Readonly<{ on: string; stuckRequests: readonly StuckRequests[] }>;
    findings: readonly Finding[];
    /** Commands that the law refused, by reason. */
    refusedCommands: Readonly<Record<string, number>>;
  }>;
