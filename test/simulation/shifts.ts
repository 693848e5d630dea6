import { sitDown, standUp } from './operators.ts';
import type { Size } from './size.ts';
import type { Library } from './town.ts';
import { now, type World } from './world.ts';

const HOUR = 3_600_000;

/**
 * Who sits at the desk when: the first two of a library share its day, from Monday to Friday, and
 * everybody has turns for the co-op that are spread over all the hours there are.
 */
export function planShifts(world: World, { hours, turns }: Size): void {
  const from = now(world);
  const { libraries } = world.town;
  let turn = 0;
  for (const library of libraries) {
    for (const [k, accountId] of library.operators.entries()) {
      if (k < 2) planDays(world, library, accountId, { from, hours, starts: k === 0 ? 9 : 13 });
      if (world.random.next() >= turns) continue;
      turn += 1;
      const share = (turn * 0.618_034) % 1;
      plan(world, library, accountId, from + share * hours * HOUR, 3 * HOUR);
    }
  }
}

function planDays(
  world: World,
  library: Library,
  accountId: string,
  { from, hours, starts }: { from: number; hours: number; starts: number },
): void {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: library.timeZone,
    hourCycle: 'h23',
    weekday: 'short',
    hour: '2-digit',
  });
  for (let hour = 0; hour < hours; hour += 1) {
    const time = from + hour * HOUR;
    const parts = clock.formatToParts(time);
    const told = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
    if (Number(told('hour')) !== starts || told('weekday').startsWith('S')) continue;
    plan(world, library, accountId, time, 4 * HOUR);
  }
}

function plan(
  world: World,
  library: Library,
  accountId: string,
  begins: number,
  lasts: number,
): void {
  world.agenda.at(begins, () => sitDown(world, accountId, library));
  world.agenda.at(begins + lasts, () => standUp(world, accountId));
}
