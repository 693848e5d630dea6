import { afterAll, expect } from 'vitest';
import { driveHouse, type House, type HouseOptions } from './driven-house.ts';

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
