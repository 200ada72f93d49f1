/** The strand of births (nhánh khai sinh): families, hospitals and agencies around the linked birth case. */
import { atInVietnam, type Command, consequentId } from '@lienthong/core';
import {
  type Apply,
  apply,
  type BirthCase,
  type BirthCommand,
  birthCaseKind,
  birthDoors,
  birthTimers,
  submit,
} from '@lienthong/core/birth-case';
import { birthNoticeKind } from '@lienthong/core/birth-notice';
import { blindIndex } from '@lienthong/core/evidence';
import { createCourier, createTimekeeper } from '@lienthong/core/requests';
import { applyData } from '@lienthong/core/schema';
import { communeOffice } from './commune-office.js';
import { families } from './families.js';
import { type Filing, filingsOf } from './filings.js';
import { COURIER_LIMITS } from './limits.js';
import { type Application, createStrand, type Strand } from './strand.js';
import { supportTeam } from './support-team.js';
import { HOUR } from './ticks.js';
import type { World } from './world.js';

const applicationsOf = (world: World, births: number): readonly Application<Filing, Apply>[] => {
  const { scenario, seed, faults, chance, law, secret, notices, agencies } = world;
  const kind = birthNoticeKind(law);

  /** The hospital's notices of one birth; both applications for it, where there are two, wait for the same. */
  const notified = ({ notice, received }: Filing): Application<Filing, Apply>['awaitNotice'] => {
    if (notice === undefined) return undefined;
    const { declaration, personal } = received;
    const { bornOn, sex } = declaration;
    const sent = () => {
      const bornAt = atInVietnam(bornOn, chance.split(`born/${notice.code}`).int(0, 23) * HOUR);
      const named = (who: string) => ({ name: personal[who]?.['name'] ?? null });
      const people = { child: named('child'), mother: named('mother') };
      return agencies.hospital.notify({ ...notice, bornAt, bornOn, sex, personal: people });
    };
    return (heard) => notices.await({ code: notice.code, kind, sent, heard });
  };

  return filingsOf({ law, scenario, faults }, chance.split('families'), births).map((filing) => {
    const { index, at, applicant, helpedAt, received, inScope } = filing;
    const actor = { id: applicant, role: 'applicant', ...(helpedAt !== undefined && { helpedAt }) };
    const data = applyData(received, (preimage) => blindIndex(secret, 'birth', preimage));
    const id = consequentId(`${seed}/${scenario.name}/apply/${index}`);
    const again = inScope && chance.split(`again/${index}`).chance(faults.F13.filedAgain);
    const awaitNotice = inScope ? notified(filing) : undefined;
    return { filing, command: { id, type: 'Apply', at, actor, data }, again, ...(awaitNotice && { awaitNotice }) };
  });
};

export const birthStrand = (
  world: World,
  births: number,
  refused: (reasons: readonly string[]) => void,
): Strand<Filing, BirthCase> => {
  const { env, law, secret, agencies, backoff, courierOf } = world;
  const kind = birthCaseKind(law);
  const doors = birthDoors(agencies.desks, (number) => blindIndex(secret, 'personal-number', number));
  return createStrand(
    world,
    {
      kind,
      about: 'births',
      applications: applicationsOf(world, births),
      parts: [...communeOffice, ...families, ...supportTeam],
      courier: courierOf('births', createCourier({ ...env, kind, doors, limits: COURIER_LIMITS.births, backoff })),
      timekeeper: createTimekeeper({ ...env, kind, timers: birthTimers(law) }),
      apply: apply(env, kind),
      submit: (id, given, order) => submit(env, kind)(id, { ...given, ...order } satisfies Command as BirthCommand),
    },
    refused,
  );
};
