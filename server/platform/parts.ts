import type { Clock } from './clock.ts';
import type { Database } from './database/index.ts';
import type { Bus } from './events/bus.ts';

/** What nearly every change of a feature works with; made once by `main`. */
export interface Parts {
  readonly database: Database;
  readonly clock: Clock;
  readonly bus: Bus;
}
