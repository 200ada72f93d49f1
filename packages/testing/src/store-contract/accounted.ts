/**
 * The account of the contract (bảng đối chiếu): every behaviour that is asked of a journal, by its id, and for each that is no
 * case of this suite, where it is shown instead or why this port cannot have it. Reviewed by hand; a test holds it to be whole.
 */

const numbered = (letter: string, last: number): readonly string[] =>
  Array.from({ length: last }, (_, index) => `${letter}${index + 1}`);

/**
 * A append · B expected revision · C asking twice · D atomicity · E reading · F order and gaps · G subscriptions · H deletion ·
 * I fidelity · J durability · K faults of a remote store · L life of the schema · M several streams at once · N tenants.
 */
export const behaviours: readonly string[] = [
  ...numbered('A', 11),
  ...numbered('B', 11),
  ...numbered('C', 16),
  ...numbered('D', 9),
  ...numbered('E', 10),
  ...numbered('F', 12),
  ...numbered('G', 15),
  ...numbered('H', 6),
  ...numbered('I', 9),
  ...numbered('J', 9),
  ...numbered('K', 12),
  ...numbered('L', 5),
  ...numbered('M', 7),
  ...numbered('N', 2),
];

/** `elsewhere`: another suite shows it. `cannot arise`: the port has no such thing. */
export type Account = Readonly<{
  ids: readonly string[];
  why: 'elsewhere' | 'cannot arise';
  says: string;
}>;

export const accounted: readonly Account[] = [
  {
    ids: ['C16', 'H3', 'H4', 'H5', 'H6'],
    why: 'cannot arise',
    says: 'The port has no soft delete, no tombstone, no truncation and no links; H2 asserts that it offers none.',
  },
  {
    ids: ['D5', 'D6'],
    why: 'cannot arise',
    says:
      'An append cannot be put inside a transaction of the caller, nor a projection inside an append; H2 asserts that the port ' +
      'has no such verb. Projections commit with their own checkpoint (subscription suite).',
  },
  {
    ids: numbered('G', 15),
    why: 'elsewhere',
    says: 'Subscription suite: the state machine of core, under a virtual clock, and the view stores. A journal gives a feed.',
  },
  {
    ids: numbered('K', 12),
    why: 'elsewhere',
    says:
      'Faults of a wire protocol, tested in store-eventstoredb against the protocol server: K1 no reply, K2 reply after the ' +
      'deadline, K3 reply twice, K4 reply to nobody, K5 commit then reset, K6 not the leader, K7 no batch append, K8 clocks ' +
      'apart, K9 slow reader, K10 too large, K11 unknown error detail, K12 unknown fields. J1b, J7 and J8 ask the same of every ' +
      'store that has a connection to lose.',
  },
  {
    ids: ['L1'],
    why: 'elsewhere',
    says: 'Upgrade from every released schema, with data: a test beside each store, which knows its releases.',
  },
  {
    ids: ['L2'],
    why: 'elsewhere',
    says: 'Event types of a later release: codecs of core refuse what they do not know (`Unreadable`). A10 keeps them readable.',
  },
  {
    ids: ['L5'],
    why: 'elsewhere',
    says: 'Import from another store with ids, times, order and hashes: the tests of export and import in cli.',
  },
  {
    ids: numbered('M', 7).slice(1),
    why: 'cannot arise',
    says: 'The port appends to one stream at a time; M1 asserts that several are refused as bad input.',
  },
];

/** The behaviour that a case is about: `J5a` is about `J5`. Cases about waking (W) are ours alone. */
export const behaviourOf = (caseId: string): string => caseId.replace(/[a-z]$/, '');
