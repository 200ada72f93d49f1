/** Who may import whom, a sentence of why beside each rule. */

const core = '^packages/core/src/';
/** The doors of the house: what lies beside the folders is a public path, or the vocabulary. */
const door = `${core}[^/]+\\.ts$`;
/** Tests, and the folders beside them that hold what only tests use. */
const test = '(\\.test\\.ts$|/(trial|harness)/)';
const procedures = [
  'birth-registration',
  'permanent-residence',
  'child-health-card',
  'child-identity-card',
  'death-registration',
  'residence-deletion',
  'funeral-benefit',
  'survivor-benefit',
];

/** The floors of core's house, top first: each may use those under it, never one above. */
const floors = [
  ['views'],
  ['reconciliation'],
  ['linked'],
  ['personal-data'],
  procedures,
  ['words'],
  ['application'],
  [
    'authority',
    'benefit',
    'birth-notice',
    'death-notice',
    'dossier',
    'extract',
    'facility-notice',
    'payment',
    'requests',
    'support',
  ],
  ['borders'],
  ['kernel'],
  ['law'],
  ['evidence'],
  ['values'],
];

const folder = (names) => `${core}(${names.join('|')})/`;

const nothingAbove = floors.slice(1).map((floor, above) => ({
  name: `${floor.join('-')}-looks-down-only`,
  comment: 'A rule must be readable, and testable, without what is built on it.',
  severity: 'error',
  from: { path: folder(floor), pathNot: test },
  to: { path: folder(floors.slice(0, above + 1).flat()) },
}));

const only = (name, comment, library, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^(packages|examples)/', pathNot: allowed },
  to: { path: `(^|/)node_modules/${library}(/|$)` },
});

/** What core's build copies into its bundle. */
const copiedIn = ['@noble/hashes', 'uuid'];

const adapters = ['civil-status', 'residence', 'insurance', 'social-protection', 'portal', 'dci'].map(
  (system) => `adapters-${system}`,
);
const stores = ['store-sqlite', 'store-postgres', 'store-eventstoredb', 'store-indexeddb'];
const siblings = ['testing', 'telemetry', 'adapters-http', ...stores];

export default {
  forbidden: [
    ...nothingAbove,
    {
      name: 'every-room-has-a-floor',
      comment: 'A folder that the list above does not know would escape its rules.',
      severity: 'error',
      from: {},
      to: { path: core, pathNot: [folder(floors.flat()), door] },
    },
    {
      name: 'procedures-stand-alone',
      comment: 'Agencies embed one procedure without the others; what two procedures share belongs a floor below.',
      severity: 'error',
      from: { path: `${core}(${procedures.join('|')})/`, pathNot: test },
      to: { path: folder(procedures), pathNot: `${core}$1/` },
    },
    {
      name: 'linked-enters-by-the-door',
      comment:
        'A linked case knows a procedure by its index, so a procedure may rearrange its rooms; codecs and schemas have doors of their own, or every bundle of the rules would carry both libraries.',
      severity: 'error',
      from: { path: folder(['linked']), pathNot: test },
      to: { path: folder(procedures), pathNot: '(/index|\\.codec|\\.schema)\\.ts$' },
    },
    {
      name: 'linked-is-the-roof',
      comment: 'Only the public entry, and the views that look on from outside, may see the linked cases.',
      severity: 'error',
      from: { path: core, pathNot: [folder(['linked', 'reconciliation', 'views']), door, test] },
      to: { path: folder(['linked']) },
    },
    {
      name: 'fp-needs-nothing',
      comment: 'The vocabulary stands under everything.',
      severity: 'error',
      from: { path: `${core}fp\\.ts$` },
      to: { path: core },
    },
    {
      name: 'core-touches-no-machine',
      comment: 'The rules run in a browser and are replayed in ten years: no file, network, process or clock.',
      severity: 'error',
      from: { path: core },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-imports-no-sibling',
      comment: 'Whoever embeds the rules gets the rules, not our stores or tools.',
      severity: 'error',
      from: { path: core, pathNot: test },
      to: { path: '^packages/(?!core/)' },
    },
    {
      name: 'siblings-meet-in-core',
      comment: 'Stores and kits can be replaced one by one because they know only the ports in core.',
      severity: 'error',
      from: { path: `^packages/(${siblings.join('|')})/src/`, pathNot: test },
      to: { path: '^packages/(?!core/)', pathNot: '^packages/$1/' },
    },
    {
      name: 'adapters-share-one-line',
      comment: 'An agency can be connected alone: adapters know the line over HTTP and core, never one another.',
      severity: 'error',
      from: { path: `^packages/(${adapters.join('|')})/src/`, pathNot: test },
      to: { path: '^packages/(?!(core|adapters-http)/)', pathNot: '^packages/$1/' },
    },
    {
      name: 'testing-stays-in-tests',
      comment: 'Invented people and doubles must never reach a production bundle.',
      severity: 'error',
      from: { path: '^packages/(?!(testing|cli)/)', pathNot: test },
      to: { path: '^packages/testing/' },
    },
    only(
      'fp-ts-in-one-file',
      'Its import form decides what survives publishing; one file spells it.',
      'fp-ts',
      `${core}fp\\.ts$`,
    ),
    only(
      'io-ts-keeps-our-memory',
      'Codecs are for bytes we wrote ourselves.',
      'io-ts',
      `${core}(borders/.*|.*\\.codec(\\.test)?\\.ts$)`,
    ),
    only(
      'zod-meets-strangers',
      'Schemas are for bytes that others wrote.',
      'zod',
      '(/borders/|\\.schema(\\.test)?\\.ts$)',
    ),
    {
      name: 'by-the-public-path',
      comment:
        'Another package is entered by its exports; a relative path past them would break once packed. A test that starts ' +
        "servers may borrow another package's trial server.",
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: {
        path: '^packages/',
        pathNot: ['^packages/$1/', '^packages/store-postgres/src/trial/'],
        dependencyTypes: ['local'],
      },
    },
    {
      name: 'everything-resolves',
      comment:
        'A path that does not resolve escapes every rule above: a check must not be green because it saw nothing.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'everything-is-declared',
      comment:
        'What a package imports stands in its package.json, and not among its tools unless the build copies it in.',
      severity: 'error',
      from: { path: '^(packages|examples)/', pathNot: [test, '^packages/[^/]+/tsup\\.config\\.ts$'] },
      to: {
        pathNot: `(^|/)node_modules/(${copiedIn.join('|')})/`,
        dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'],
        dependencyTypesNot: ['type-only', 'npm-peer'],
      },
    },
    {
      name: 'no-circles',
      comment: 'Two files that need one another are one idea cut in the wrong place.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@lienthong/source', 'import', 'node', 'types', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
