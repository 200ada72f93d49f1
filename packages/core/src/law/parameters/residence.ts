/** Permanent residence of the child (đăng ký thường trú): consent, place, verification, decision. */
import type { Parameter, Provision } from '../dated.js';
import { cite, open, parameter, row } from '../table.js';

export type Consenter = 'owner' | 'household-head' | 'parent';

export const consentToResidence: Parameter<readonly Consenter[]> = parameter(
  'residence.consent',
  'people',
  'Whose consent a child needs to join a household that is not its parents’ own',
  [row('2021-07-01', open, ['owner', 'household-head'], cite('68/2020/QH14', 20, 2), 'official')],
);

/** A minor who joins other relatives needs the consent of a parent or guardian. */
export const parentsConsent: Parameter<readonly Consenter[]> = parameter(
  'residence.parents-consent',
  'people',
  'Whose consent a child needs to live with others than its parents',
  [
    row(
      '2021-07-01',
      open,
      ['parent'],
      cite('68/2020/QH14', 20, 2),
      'official',
      'Parent or guardian; confirmed on form CT01.',
    ),
  ],
);

/** On form CT01, through VNeID or the portal, asked by the police, in a paper of its own. */
export type ConsentMode = 'form' | 'online' | 'police-enquiry' | 'writing';

export const consentModes: Parameter<readonly ConsentMode[]> = parameter(
  'residence.consent-modes',
  'modes',
  'How consent may be given',
  [
    row(
      '2021-07-01',
      '2025-01-09',
      ['form', 'online', 'police-enquiry', 'writing'],
      cite('68/2020/QH14', 20, 2),
      'inferred',
      'Modes of this time not found; those of decree 154/2024.',
    ),
    row(
      '2025-01-10',
      '2026-03-14',
      ['form', 'online', 'police-enquiry', 'writing'],
      cite('154/2024/NĐ-CP', 8, 5),
      'official',
    ),
    row(
      '2026-03-15',
      open,
      ['form', 'online', 'police-enquiry', 'writing'],
      cite('58/2026/NĐ-CP'),
      'official',
      'Restated in decree 154/2024 art. 8 cl. 5.',
    ),
  ],
);

export const bannedPlaces: Parameter<readonly string[]> = parameter(
  'residence.banned-places',
  'kinds of place',
  'Places where nobody may newly register residence',
  [
    row(
      '2021-07-01',
      open,
      ['safety-corridor', 'land-not-buildable', 'disputed', 'demolition-decision'],
      cite('68/2020/QH14', 23),
      'official',
      'The list was seen in part.',
    ),
  ],
);

/** Parents with neither permanent nor temporary residence: only a declaration of residence information. */
export const lawfulPlace: Provision = parameter(
  'residence.lawful-place',
  'holds',
  'A child is registered where its parents have permanent or temporary residence',
  [
    row('2021-07-01', '2025-01-09', true, cite('68/2020/QH14', 20), 'inferred', 'Read in decree 154/2024.'),
    row(
      '2025-01-10',
      open,
      true,
      cite('154/2024/NĐ-CP', 7, 3),
      'official',
      'Else residence information is declared (art. 4).',
    ),
  ],
);

/** Parents at different places: the child follows the one it lives with, else their agreement. */
export const parentsApart: Provision = parameter(
  'residence.parents-apart',
  'holds',
  'A child of parents at different places follows the one it lives with, else their agreement',
  [
    row(
      '2021-07-01',
      open,
      true,
      cite('68/2020/QH14', 12),
      'inferred',
      'Read in a draft decree; number of the article inferred.',
    ),
  ],
);

/** Whether the child may be registered at its parents' place though they live elsewhere. */
export const parentsPlaceThoughAway: Parameter<boolean> = parameter(
  'residence.parents-place-though-away',
  'allowed',
  'A child may be registered at its parents’ permanent place even if they live elsewhere',
  [row('2025-01-10', open, true, cite('154/2024/NĐ-CP', 7), 'official')],
);

export type Verification = Readonly<{ underSixAtParentsPlace: 'allowed' | 'forbidden' }>;

export const verification: Parameter<Verification> = parameter(
  'residence.verification',
  'rule',
  'Whether the police may verify the conditions of a child under six at its parents’ or guardian’s place',
  [
    row('2021-07-01', '2025-01-09', { underSixAtParentsPlace: 'allowed' }, cite('68/2020/QH14', 22), 'inferred'),
    row('2025-01-10', '2026-06-30', { underSixAtParentsPlace: 'allowed' }, cite('154/2024/NĐ-CP', 7, 4), 'inferred'),
    row('2026-07-01', open, { underSixAtParentsPlace: 'forbidden' }, cite('58/2026/NĐ-CP', 4, 4), 'official', {
      note: 'New clause 4 of article 7 of decree 154/2024; known at the latest when the decree entered into force.',
      knownFrom: '2026-03-15',
    }),
  ],
);

/** Forms: CT04 receipt, CT05 guidance, CT06 refusal, CT08 notice. */
export const residenceDecision: Parameter<Readonly<{ registered: string; refused: string; guidance: string }>> =
  parameter('residence.decision', 'forms', 'How the police decide: notice of registration, refusal with its reason', [
    row(
      '2021-07-01',
      open,
      { registered: 'CT08', refused: 'CT06', guidance: 'CT05' },
      cite('68/2020/QH14', 22),
      'official',
      'Number of the article inferred; forms by circulars 56/2021, 66/2023 and 53/2025.',
    ),
  ]);

export const lodgingProof: Parameter<'papers' | 'looked-up-first'> = parameter(
  'residence.lodging-proof',
  'way',
  'How lawful lodging is proved',
  [
    row('2021-07-01', '2025-01-09', 'papers', cite('62/2021/NĐ-CP'), 'secondary', 'Number of the article not seen.'),
    row(
      '2025-01-10',
      open,
      'looked-up-first',
      cite('154/2024/NĐ-CP', 5),
      'official',
      'Papers only where the look-up fails.',
    ),
  ],
);

/** Rented or borrowed lodging: an average area for each person, which every province sets. */
export const rentedLodging: Parameter<Readonly<{ squareMetres: number | null }>> = parameter(
  'residence.rented-lodging',
  'square metres',
  'Average area a person needs in rented or borrowed lodging; `null` where the province sets it',
  [row('2021-07-01', open, { squareMetres: null }, cite('68/2020/QH14', 20, 3), 'secondary')],
);
