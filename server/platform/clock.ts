/** The time of day, injected so that rules and tests say which moment it is. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
