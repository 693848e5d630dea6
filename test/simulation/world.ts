import type { DrivenClock } from '../clock.ts';
import type { Caller, House } from '../driven-house.ts';
import type { SeededRandom } from '../random.ts';
import type { OpenedChat } from '../talk.ts';
import type { Agenda } from './agenda.ts';
import type { Library, Town } from './town.ts';

/** A chat and its patron, as the simulation knows them. */
export interface Visit extends OpenedChat {
  readonly library: Library;
  /** The patron's page; null when they have left it. */
  connectionId: string | null;
}

/** Somebody who sits at the desk. */
export interface Sitting {
  readonly accountId: string;
  readonly library: Library;
  readonly pageId: string;
  readonly caller: Caller;
  /** Shifts that overlap; with none left they finish their chats and go. */
  shifts: number;
}

export interface World {
  readonly house: House;
  readonly clock: DrivenClock;
  readonly random: SeededRandom;
  readonly agenda: Agenda;
  readonly town: Town;
  readonly visits: Map<string, Visit>;
  readonly sittings: Map<string, Sitting>;
  /** What should not have been. */
  readonly broken: string[];
  readonly counts: { lostRaces: number; transfers: number; vanished: number };
}

export function now({ clock }: World): number {
  return clock.now().getTime();
}

/** Pages that answer every ping have a lease without an end in sight: what renewals come to. */
export function pagesEnd(world: World): Date {
  return new Date(now(world) + 30 * 86_400_000);
}

/** Plans an act so many seconds from now. */
export function inSeconds(world: World, seconds: number, act: () => Promise<void>): void {
  world.agenda.at(now(world) + Math.max(1, seconds) * 1_000, act);
}

/** Seconds that are long seldom: half of them below the median. */
export function aboutSeconds(random: SeededRandom, median: number, spread = 0.7): number {
  const gauss = Array.from({ length: 6 }, () => random.next()).reduce((a, b) => a + b, -3) * 1.4;
  return median * Math.exp(gauss * spread);
}
