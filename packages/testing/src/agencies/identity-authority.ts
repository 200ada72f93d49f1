/** The identity authority (cơ quan quản lý căn cước): cards for children under six, since September 2026. Can be looked up. */
import { dayOf } from '@lienthong/core';
import type { IdentityCardAnswer, IdentityCardToIssue } from '@lienthong/core/child-identity-card';
import { office } from './office.js';
import type { Office, OfficeWorld } from './practice.js';

const HOUR = 3_600_000;

export const identityAuthority = (world: OfficeWorld): Office<IdentityCardToIssue, IdentityCardAnswer> =>
  office<IdentityCardToIssue, IdentityCardAnswer>(
    {
      system: 'identity',
      agency: 'identity-authority',
      purpose: 'issue-identity-card',
      repeats: 'queryable',
      by: () => ({ id: 'identity-authority', role: 'identity-officer' }),
      takes: (_, random) => ({ ms: random.int(8, 40) * HOUR, working: true }),
      judge: ({ file: { content }, at }) =>
        content.people['child']?.['name'] === undefined
          ? { outcome: 'refused', reason: 'child.name' }
          : { outcome: 'issued', issuedOn: dayOf(at) },
      effect: ({ outcome }) => (outcome === 'issued' ? 'identity card' : undefined),
    },
    world,
  );
