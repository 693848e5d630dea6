import { beforeEach } from 'vitest';
import { cookieBrowser } from './cookie-browser.ts';
import { testHouse } from './house.ts';
import { makeLibraries } from './libraries.ts';
import { givePasswords, PASSWORD } from './passwords.ts';

export const RIGHT = { username: 'sadie', password: PASSWORD };
export const WRONG = { username: 'sadie', password: 'not the one' };

/** A sign-in page at which nobody has tried anything yet, for each test. For the top of a test file. */
export async function openSigningIn() {
  const { house, clock, sql } = await testHouse();
  const people = await makeLibraries(sql);
  await givePasswords(sql);

  let places = 0;
  function somewhere(): string {
    places += 1;
    return `198.51.${100 + (places >> 8)}.${places & 255}`;
  }
  /** New ones for each test: what one address may ask a minute, whatever it asks, is another limit. */
  const at = { library: '', elsewhere: '' };

  beforeEach(async () => {
    at.library = somewhere();
    at.elsewhere = somewhere();
    const tables = [
      'guesses',
      'knownPlaces',
      'sessions',
      'authenticators',
      'recoveryCodes',
    ] as const;
    for (const table of tables) await sql.deleteFrom(table).execute();
    await sql.updateTable('institutions').set({ secondFactorRequired: false }).execute();
  });

  return {
    house,
    clock,
    sql,
    people,
    at,
    /** An address that nobody has used yet. */
    somewhere,
    browser: (place: string) => cookieBrowser(house, place),
  };
}
