/**
 * Import directions. Read by test/architecture/imports.test.ts, which also cruises planted violations.
 * With TypeScript 7 and without @swc/core dependency-cruiser cruises 0 modules and reports success:
 * the test holds modules and imports to what is on disk.
 */
const CORE = 'packages/core/src/';
/** Folders of core from the left: each may import those before it. Folders in one row are beside each other. */
const ROWS = [
  ['language'],
  ['chart', 'calendar'],
  ['meaning'],
  ['compose'],
  ['machine'],
  ['engine', 'verify'],
  ['testing'],
];
const RIGHT_OF = ROWS.flatMap((row, at) => {
  const later = ROWS.slice(at + 1).flat();
  return row.map((folder) => ({ folder, forbidden: [...later, ...row.filter((other) => other !== folder)] }));
}).filter(({ forbidden }) => forbidden.length);
const any = (names) => `(${names.join('|')})`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...RIGHT_OF.map(({ folder, forbidden }) => ({
      name: `core-${folder}`,
      comment: `core/src/${folder} may import only what is left of it`,
      severity: 'error',
      from: { path: `${CORE}${folder}/`, pathNot: '\\.test\\.tsx?$' },
      to: { path: `${CORE}${any(forbidden)}/` },
    })),
    {
      name: 'core-alone',
      severity: 'error',
      from: { path: CORE },
      to: {
        path: [
          'packages/(plugins|server)/',
          '^(node:)?(http|https|net|pg|express|sequelize)$',
          'node_modules/(pg|express|sequelize|winston)/',
        ],
      },
    },
    {
      name: 'plugins-without-server',
      severity: 'error',
      from: { path: 'packages/plugins/' },
      to: { path: 'packages/server/' },
    },
    {
      name: 'server-by-nobody',
      comment: 'only the server itself and the tests import it',
      severity: 'error',
      from: { pathNot: ['packages/server/', '^test/', '/test/'] },
      to: { path: 'packages/server/' },
    },
    {
      name: 'xstate-in-machine-and-verify',
      comment: 'the generated machine and the proof; nothing else knows XState',
      severity: 'error',
      from: { pathNot: ['packages/core/src/(machine|verify)/', '^test/'] },
      to: { path: ['node_modules/(xstate|@xstate)/', '^(xstate|@xstate/graph)(/|$)'] },
    },
    {
      name: 'packages-by-name',
      comment: 'packages import each other by their names, not by paths into their folders',
      severity: 'error',
      from: { path: 'packages/(plugins|server)/src/' },
      to: {
        path: 'packages/core/src/',
        pathNot: ['packages/core/src/index\\.ts$', 'packages/core/src/testing/index\\.ts$'],
      },
    },
    {
      name: 'production-without-tests',
      severity: 'error',
      // The scenario tables are tests as data: only tests import them.
      from: { path: 'packages/[^/]+/src/', pathNot: ['\\.test\\.tsx?$', '/dispute/scenarios/'] },
      to: {
        path: ['\\.test\\.tsx?$', '^test/', 'node_modules/(vitest|supertest|playwright-core|fast-check|axe-core)/'],
      },
    },
  ],
  options: {
    // The swc parser cannot read TSX. The default one reads it loosely, so the test compares what it saw with swc.
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^packages/[^/]+/dist/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@fengqiao/source', 'node', 'import', 'default'],
      extensions: ['.ts', '.tsx', '.mts', '.mjs', '.js', '.cjs', '.json', '.d.ts'],
      mainFields: ['module', 'main'],
    },
  },
};
