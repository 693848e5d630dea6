import type { Role } from '#protocol/accounts.ts';
import type { Queries } from '../server/platform/database/index.ts';
import {
  assign,
  makeAccount,
  makeCoop,
  makeInstitution,
  makeMember,
  makeQueue,
  makeWidget,
  setLimit,
} from './factories.ts';

/** Seconds of the first step of Northfield's chain. */
export const LOCAL_SECONDS = 20;
/** Seconds until Northfield's patrons are offered the form. */
export const UNANSWERED_SECONDS = 60;

/** Chats that everybody has room for: tests of the limit set one of their own. */
const ROOM = 50;

/**
 * Northfield and Harbour answer for each other in a co-op; Eastvale is a stranger to both.
 * Northfield's widget leads to its own desk first, then to the co-op.
 *
 * Sadie and Omar staff Northfield's desk, Noor works there without a queue, Ada is its admin; Hana
 * of Harbour staffs the co-op's queue; Eve is Eastvale's operator; Olga of Eastvale owns it all.
 */
export async function makeLibraries(sql: Queries) {
  const northfield = await makeInstitution(sql, 'northfield');
  const harbour = await makeInstitution(sql, 'harbour');
  const eastvale = await makeInstitution(sql, 'eastvale');
  const coopId = await makeCoop(sql, 'Night Owls', [northfield, harbour]);

  const queueId = await makeQueue(sql, { institutionId: northfield });
  const coopQueueId = await makeQueue(sql, { coopId });
  // A name of its own tells a chat that has moved to it from one that has not.
  await sql
    .updateTable('queues')
    .set({ name: 'Night desk' })
    .where('id', '=', coopQueueId)
    .execute();
  const strangeQueueId = await makeQueue(sql, { institutionId: eastvale });
  const person = async (username: string, institutionId: string, role: Role) => {
    const accountId = await makeAccount(sql, { institutionId, username, role });
    await setLimit(sql, accountId, ROOM);
    return accountId;
  };
  const sadie = await person('sadie', northfield, 'operator');
  const omar = await person('omar', northfield, 'operator');
  const noor = await person('noor', northfield, 'operator');
  const ada = await person('ada', northfield, 'admin');
  const hana = await person('hana', harbour, 'operator');
  const eve = await person('eve', eastvale, 'operator');
  const olga = await person('olga', eastvale, 'owner');
  await assign(sql, { queueId, accountId: sadie, optedIn: true });
  await assign(sql, { queueId, accountId: omar, optedIn: true });
  await assign(sql, { queueId: strangeQueueId, accountId: eve, optedIn: true });
  await makeMember(sql, { coopId, accountId: hana, level: 'regular', optedInto: [coopQueueId] });

  const widgetId = await makeWidget(sql, {
    institutionId: northfield,
    chain: [
      { queueId, waitSeconds: LOCAL_SECONDS },
      { coopId, waitSeconds: 30 },
    ],
    texts: { introduction: 'A librarian of a partner library answers.' },
    unansweredSeconds: UNANSWERED_SECONDS,
  });
  return {
    institutions: { northfield, harbour, eastvale },
    coopId,
    queueId,
    coopQueueId,
    strangeQueueId,
    widgetId,
    sadie,
    omar,
    noor,
    ada,
    hana,
    eve,
    olga,
  };
}
