import type { House } from '../driven-house.ts';
import { makeAccount } from '../factories.ts';
import { makeLibraries } from '../libraries.ts';
import type { Mailbox } from '../mailbox.ts';
import { givePasswords } from '../passwords.ts';
import { changeAccounts } from './accounts.ts';
import { changeOwnThings } from './own.ts';
import { type Done, recordChanges } from './recorder.ts';
import { changeThings, changeTickets } from './things.ts';

export type { Done } from './recorder.ts';

/** Does once, over HTTP, whatever changes accounts, rights, things and settings. */
export async function doEveryChange(house: House, mailbox: Mailbox): Promise<readonly Done[]> {
  const { sql } = house.parts.database;
  const people = await makeLibraries(sql);
  await givePasswords(sql);
  const recorder = recordChanges(house);
  const asOlga = await house.staff(people.olga);
  const { eastvale } = people.institutions;
  const account = { institutionId: eastvale, username: 'eli', role: 'admin' as const };
  const strangers = {
    'an admin of another library': await house.staff(await makeAccount(sql, account)),
    'an operator of another library': await house.staff(people.eve),
  };
  recorder.letTry(strangers);
  const library = { code: 'lakeside', name: 'Lakeside', timeZone: 'Europe/Paris' };
  const made = await recorder.does('createInstitution', 'institution.created', asOlga, {
    body: { ...library, languages: ['en'] },
  });
  const institutionId = String(made['id']);
  const colleague = { institutionId, username: 'lakeside-bob-b', role: 'operator' as const };
  const asBob = await house.staff(await makeAccount(sql, colleague));
  recorder.letTry({ ...strangers, 'an operator of the library': asBob });
  const partnerId = people.institutions.northfield;
  const accountId = await changeAccounts(house, recorder, asOlga, { institutionId, partnerId });
  const soon = new Date(house.parts.clock.now().getTime() + 3_600_000).toISOString();
  const widgetId = await changeThings(recorder, asOlga, { institutionId, accountId, soon });
  // Which operators of the library handle as well as its admins.
  recorder.letTry(strangers);
  await changeTickets(recorder, asOlga, widgetId);
  recorder.letTry({});
  await changeOwnThings(house, recorder, people.omar, mailbox);
  return recorder.done;
}
