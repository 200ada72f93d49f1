/** Two corrections pnpm lets us make: to manifests it reads from the registry, and to those it writes into our tarballs. */

const list = (value) => (typeof value === 'string' ? [value] : value);

const withoutSource = (target) =>
  typeof target === 'string'
    ? target
    : Object.fromEntries(Object.entries(target).filter(([condition]) => condition !== '@lienthong/source'));

export const hooks = {
  /** The `node-<os>-<cpu>` packages spell `os` and `cpu` as words; only as lists does pnpm keep to them. */
  readPackage: (pkg) => (/^node-(linux|win)-/.test(pkg.name) ? { ...pkg, os: list(pkg.os), cpu: list(pkg.cpu) } : pkg),

  /** The condition that lets tests and types read `src` has no meaning outside this repository. */
  beforePacking: ({ exports, ...pkg }) =>
    exports === undefined
      ? pkg
      : { ...pkg, exports: Object.fromEntries(Object.entries(exports).map(([path, to]) => [path, withoutSource(to)])) },
};
