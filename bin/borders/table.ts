/** The packages of package.json, by group. */
export type Packages = { dependencies: readonly string[]; devDependencies: readonly string[] };

/** What one root may import beside its own files. */
export type Border = {
  /** Other roots; of those under `typesOf` their types alone, which vanish before the code runs. */
  roots: readonly string[];
  typesOf: readonly string[];
  /** Packages by name, or a whole group of package.json. */
  packages: readonly (string | keyof Packages)[];
  /** Whether Node's own modules are at hand where it runs. */
  node: boolean;
};

/**
 * Who may import what. `i18n` is data, open to all who speak to people.
 * The console is built before it is shipped, so its packages are development dependencies;
 * the server runs as it stands, so a development dependency would be missing on a real installation.
 */
export const ROOTS: Readonly<Record<string, Border>> = {
  protocol: { roots: [], typesOf: [], packages: ['zod'], node: false },
  server: { roots: ['protocol', 'i18n'], typesOf: [], packages: ['dependencies'], node: true },
  console: {
    roots: ['protocol', 'i18n'],
    typesOf: [],
    packages: ['devDependencies', 'zod'],
    node: false,
  },
  widget: { roots: ['i18n'], typesOf: ['protocol'], packages: ['preact'], node: false },
};

/**
 * The features of the server. Imports point one way: a feature may import those before it,
 * and knows nothing of those after it, which listen to its events.
 * Each row leans on the rows above; within a row too, the order is the order of the imports.
 */
export const FEATURES: readonly (readonly string[])[] = [
  ['platform'],
  ['audit'],
  ['guesses', 'passwords', 'accounts', 'institutions', 'second-factors', 'security'],
  [
    'queues',
    'coops',
    'coop-accounts',
    'presence',
    'widgets',
    'policies',
    'shared-things',
    'canned',
    'rooms',
  ],
  ['account-administration', 'assignments', 'account-files', 'routing'],
  ['chats'],
  [
    'scopes',
    'feedback',
    'transcripts',
    'sittings',
    'statistics',
    'contribution',
    'tickets',
    'practice',
  ],
  // What puts several features together: the desk's opening view, the first set-up, the demonstration.
  ['desk', 'setup', 'demo'],
];
