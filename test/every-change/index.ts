import type { House } from '../driven-house.ts';
import { makeLibraries } from '../libraries.ts';
import type { Mailbox } from '../mailbox.ts';
import { givePasswords } from '../passwords.ts';
import { changeAccounts } from './accounts.ts';
import { changeOwnThings } from './own.ts';
import { type Done, recordChanges } from './recorder.ts';
import { changeThings } from './things.ts';

export type { Done } from './recorder.ts';

/** Does once, over HTTP, whatever changes accounts, rights, things and settings. */
export async function doEveryChange(house: House, mailbox: Mailbox): Promise<readonly Done[]> {
  const { sql } = house.parts.database;
  const people = await makeLibraries(sql);
  await givePasswords(sql);
  const recorder = recordChanges(house);
  const asOlga = await house.staff(people.olga);
  const place = await changeAccounts(house, recorder, asOlga, people.institutions.northfield);
  const soon = new Date(house.parts.clock.now().getTime() + 3_600_000).toISOString();
  await changeThings(recorder, asOlga, { ...place, soon });
  await changeOwnThings(house, recorder, people.omar, mailbox);
  return recorder.done;
}
