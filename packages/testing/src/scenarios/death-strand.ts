/** The strand of deaths (nhánh khai tử): those who are left, facilities, payers and agencies around the linked death case. */
import { type Command, consequentId, dayOf } from '@lienthong/core';
import {
  type ApplyForDeath,
  applyForDeath,
  type DeathCase,
  type DeathCommand,
  deathCaseKind,
  deathDoors,
  deathTimers,
  submitToDeath,
} from '@lienthong/core/death-case';
import { deathNoticeKind } from '@lienthong/core/death-notice';
import { blindIndex } from '@lienthong/core/evidence';
import { createCourier, createTimekeeper } from '@lienthong/core/requests';
import { deathApplyData } from '@lienthong/core/schema';
import { deathFamilies } from './death-families.js';
import { type DeathFiling, deathFilingsOf } from './death-filings.js';
import { deathOffice } from './death-office.js';
import { deathSupport } from './death-support.js';
import { COURIER_LIMITS } from './limits.js';
import { payersOfficers } from './payers-officers.js';
import { type Application, createStrand, type Strand } from './strand.js';
import type { World } from './world.js';

const applicationsOf = (world: World, deaths: number): readonly Application<DeathFiling, ApplyForDeath>[] => {
  const { scenario, seed, faults, chance, law, secret, notices, agencies } = world;
  const kind = deathNoticeKind(law);

  /** The facility's notices of one death; both applications for it, where there are two, wait for the same. */
  const notified = ({ notice, received }: DeathFiling): Application<DeathFiling, ApplyForDeath>['awaitNotice'] => {
    if (notice === undefined) return undefined;
    const personal = { deceased: { name: received.personal['deceased']?.['name'] ?? null } };
    const sent = () => agencies.hospital.notifyDeath({ ...notice, personal });
    return (heard) => notices.await({ code: notice.code, kind, sent, heard });
  };

  return deathFilingsOf({ law, scenario, faults }, chance.split('deaths'), deaths).map((filing) => {
    const { index, at, applicant, helpedAt, received, inScope, household } = filing;
    agencies.residents.settle(household);
    const family = { id: applicant, role: 'applicant' };
    const desk = helpedAt === undefined ? undefined : { id: `onestop-${helpedAt}`, unit: helpedAt };
    const who =
      desk === undefined ? { actor: family } : { actor: { ...desk, role: 'onestop-receptionist' }, onBehalfOf: family };
    const data = deathApplyData(received, (preimage) => blindIndex(secret, 'death', preimage));
    const id = consequentId(`${seed}/${scenario.name}/apply-death/${index}`);
    const again = inScope && chance.split(`again-death/${index}`).chance(faults.F13.filedAgain);
    const awaitNotice = inScope ? notified(filing) : undefined;
    return { filing, command: { id, type: 'Apply', at, ...who, data }, again, ...(awaitNotice && { awaitNotice }) };
  });
};

export const deathStrand = (
  world: World,
  deaths: number,
  refused: (reasons: readonly string[]) => void,
): Strand<DeathFiling, DeathCase> => {
  const { env, law, agencies, clock, backoff, courierOf } = world;
  const kind = deathCaseKind(law);
  const doors = deathDoors(agencies.deathDesks, law, () => dayOf(clock.now()));
  return createStrand(
    world,
    {
      kind,
      about: 'deaths',
      applications: applicationsOf(world, deaths),
      parts: [...deathOffice, ...deathFamilies, ...payersOfficers, ...deathSupport],
      courier: courierOf('deaths', createCourier({ ...env, kind, doors, limits: COURIER_LIMITS.deaths, backoff })),
      timekeeper: createTimekeeper({ ...env, kind, timers: deathTimers(law) }),
      apply: applyForDeath(env, kind),
      submit: (id, given, order) =>
        submitToDeath(env, kind)(id, { ...given, ...order } satisfies Command as DeathCommand),
    },
    refused,
  );
};
