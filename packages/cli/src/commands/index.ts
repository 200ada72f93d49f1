/** Every command, in the order in which help lists them. */
import type { Join } from '../frame.js';
import { apply } from './apply.js';
import { backup } from './backup.js';
import { benefit } from './benefit.js';
import { showCase } from './case.js';
import { checkpoint } from './checkpoint.js';
import { courier } from './courier.js';
import { deadlines } from './deadlines.js';
import { decide } from './decide.js';
import { escalations } from './escalations.js';
import { exportArchive } from './export.js';
import { forgetPerson } from './forget.js';
import { held } from './held.js';
import { cardCheck, personalNumberCheck } from './identifiers.js';
import { importArchive } from './import.js';
import { law } from './law.js';
import { reconcile } from './reconcile.js';
import { replay } from './replay.js';
import { resync } from './resync.js';
import { sandbox } from './sandbox.js';
import { simulate } from './simulate.js';
import { stats } from './stats.js';
import { timeline } from './timeline.js';
import { verify } from './verify.js';

export const commands: readonly Join[] = [
  simulate,
  apply,
  decide,
  resync,
  showCase,
  timeline,
  deadlines,
  benefit,
  law,
  personalNumberCheck,
  cardCheck,
  stats,
  escalations,
  reconcile,
  replay,
  verify,
  checkpoint,
  exportArchive,
  importArchive,
  held,
  forgetPerson,
  backup,
  sandbox,
  courier,
];
