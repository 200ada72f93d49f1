/** The identity card of a child under six (thẻ căn cước), a leg of the group since September 2026. */
import type { Provision } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';

export const identityCardOnRequest: Provision = parameter(
  'identity-card.on-request',
  'holds',
  'An identity card is issued to a child under six only when the parents ask',
  [row('2026-09-01', open, true, cite('301/2026/NĐ-CP'), 'secondary')],
);

export const identityCardAlone: Provision = parameter(
  'identity-card.alone',
  'holds',
  'An identity card may also be asked for outside the group, by the legal representative, without biometrics',
  [row('2024-07-01', open, true, cite('26/2023/QH15', 23), 'official')],
);
