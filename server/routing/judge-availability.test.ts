import { describe, expect, test } from 'vitest';
import type { Hours } from '#protocol/hours.ts';
import { everyDay } from '../../test/hours.ts';
import { AWAY, COOP, FULL, HIDDEN, LOCAL, NOW, READY, scene } from '../../test/waiting-scenes.ts';
import { judgeAvailability, type OperatorThere } from './decide.ts';

describe('what a library page is told', () => {
  const chain = [LOCAL, { ...COOP, coverage: everyDay('UTC', '10:00', '11:00') }];
  test.each<[string, Record<string, readonly OperatorThere[]>, Record<string, Hours>, object]>([
    ['somebody ready', { local: [READY] }, {}, { online: true, away: false }],
    ['somebody away', { local: [AWAY] }, {}, { online: false, away: true }],
    ['somebody full', { local: [FULL] }, {}, { online: false, away: true }],
    ['somebody hidden', { local: [HIDDEN] }, {}, { online: false, away: false }],
    ['nobody', {}, {}, { online: false, away: false }],
    ['the co-op alone, out of coverage', { night: [READY] }, {}, { online: false, away: false }],
    [
      'ready, but closed',
      { local: [READY] },
      { local: everyDay('UTC', '10:00', '11:00') },
      { online: false, away: false },
    ],
  ])('%s', (_, operators, hours, told) => {
    expect(judgeAvailability(chain, scene(operators, NOW, hours))).toEqual(told);
  });
});
