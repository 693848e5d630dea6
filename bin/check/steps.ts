/**
 * One step of the check. A `command` counts as one check, passed or failed by its exit code;
 * `tests` is a project of vitest.config.ts, and each of its tests counts.
 */
export type Step = {
  name: string;
  says: string;
  slow?: true;
} & ({ command: readonly string[] } | { tests: string });

/** Fast ones first, so that a slip is told in seconds. */
export const STEPS: readonly Step[] = [
  {
    name: 'lint',
    says: 'format and lint',
    command: ['biome', 'check', '--error-on-warnings', '.'],
  },
  { name: 'borders', says: 'who imports whom', command: ['node', 'bin/check-borders.ts'] },
  // Forced: an incremental build does not notice a new or vanished declaration file.
  { name: 'types', says: 'types', command: ['tsc', '-b', '--force'] },
  { name: 'dead-code', says: 'nothing unused', command: ['knip'] },
  { name: 'i18n', says: 'languages complete', command: ['node', 'bin/check-i18n.ts'] },
  { name: 'build', says: 'front ends, within their size', command: ['node', 'bin/build.ts'] },
  { name: 'unit', says: 'rules, without a database', tests: 'unit' },
  { name: 'integration', says: 'server with PostgreSQL', tests: 'integration' },
  { name: 'faults', says: 'cut, kill, repeat, reorder', tests: 'faults', slow: true },
  { name: 'journeys', says: 'people in a real browser', tests: 'journeys', slow: true },
];
