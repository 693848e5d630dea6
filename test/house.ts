import { afterAll, expect } from 'vitest';
import type { Queries } from '../server/platform/database/index.ts';
import { type DrivenClock, drivenClock } from './clock.ts';
import { type TestServer, testDatabase } from './database/index.ts';
import { ANY_NUMBER, driveHouse, type House, type HouseOptions } from './driven-house.ts';

export {
  ANY_NUMBER,
  type Caller,
  type House,
  type HouseOptions,
  MAIL_ADDRESS,
  MAIL_HOOK_SECRET,
  NOBODY,
  NOTHING,
} from './driven-house.ts';

/** For the top of a test file, after `testDatabase`. Stops by itself, and fails the file if something failed unseen. */
export async function openHouse(options: HouseOptions): Promise<House> {
  const house = await driveHouse(options);
  afterAll(async () => {
    await house.stop();
    expect(house.errors).toEqual([]);
  });
  return house;
}

export interface TestHouse {
  readonly house: House;
  readonly clock: DrivenClock;
  readonly sql: Queries;
  /** For a second house on the same database. */
  readonly connection: TestServer;
}

/** A house with a database and a clock of its own, as most test files begin. For the top of a test file. */
export async function testHouse(options: Pick<HouseOptions, 'smtpUrl'> = {}): Promise<TestHouse> {
  const connection = await testDatabase();
  const clock = drivenClock();
  const house = await openHouse({ connection, clock, frameRate: ANY_NUMBER, ...options });
  return { house, clock, sql: house.parts.database.sql, connection };
}
