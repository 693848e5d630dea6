import { defineConfig } from 'vitest/config';

// What a test needs is told by its name, so that the fast ones can run alone:
// `*.db.test.ts` needs PostgreSQL, test/faults/ breaks things on purpose, test/journeys/ drives a browser.
const DATABASE_TESTS = '**/*.db.test.ts';
const FAULTS = 'test/faults/**/*.test.ts';
const JOURNEYS = 'test/journeys/**/*.test.ts';

export default defineConfig({
  test: {
    // Each project adds its own.
    exclude: ['**/node_modules/**', 'dist/**', 'data/**'],
    mockReset: true,
    unstubGlobals: true,
    // Milliseconds. How long something takes is no test's matter, and a busy machine takes its time.
    expect: { poll: { timeout: 10_000, interval: 20 } },
    testTimeout: 20_000,
    // Else one core of two stays idle.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [DATABASE_TESTS, FAULTS, JOURNEYS],
        },
      },
      {
        test: {
          name: 'integration',
          include: [DATABASE_TESTS],
          exclude: [FAULTS, JOURNEYS],
          globalSetup: ['test/global-setup.ts'],
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: [FAULTS],
          globalSetup: ['test/global-setup.ts'],
          // Each fault takes a whole machine's attention: two at once would measure each other.
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: [JOURNEYS],
          fileParallelism: false,
          // Milliseconds that a person would wait for what should appear, on a busy machine.
          expect: { poll: { timeout: 20_000, interval: 50 } },
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
