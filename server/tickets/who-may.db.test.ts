import { expect, test } from 'vitest';
import {
  makeAccount,
  makeCoop,
  makeInstitution,
  makeMember,
  makeQueue,
  makeWidget,
} from '../../test/factories.ts';
import { testParts } from '../../test/feature-app.ts';
import { newId } from '../platform/ids.ts';
import { findHandledTicket, insertTicket } from './store.ts';
import { mayHandle } from './who-may.ts';

const { database } = await testParts();
const { sql } = database;
const home = await makeInstitution(sql, 'northfield');
const elsewhere = await makeInstitution(sql, 'harbour');
const coopId = await makeCoop(sql, 'Night Owls', [home, elsewhere]);
// Of a co-op that the ticket's library does not belong to.
const strangeCoopId = await makeCoop(sql, 'Day Owls', [elsewhere]);
const queueId = await makeQueue(sql, { institutionId: home });
const widgetId = await makeWidget(sql, {
  institutionId: home,
  chain: [{ queueId, waitSeconds: 20 }],
});

const places = { home, elsewhere };
const cases = (['operator', 'admin', 'owner'] as const).flatMap((role) =>
  (['home', 'elsewhere'] as const).flatMap((place) =>
    [true, false].flatMap((chatAccess) =>
      [true, false].flatMap((isOwn) =>
        (['theirs', 'another', 'none'] as const).map((coop) => {
          return { role, place, chatAccess, isOwn, coop };
        }),
      ),
    ),
  ),
);

/**
 * The rule in words: chat access and home, or the owner of the installation, or whose it is as long as
 * a co-op holds the two libraries together.
 */
function expected({ role, place, chatAccess, isOwn, coop }: (typeof cases)[number]): boolean {
  if (role === 'owner') return true;
  if (role === 'admin' && place === 'home') return true;
  return chatAccess && (place === 'home' || (isOwn && coop === 'theirs'));
}

test.each(cases)(
  '$role at $place, chat access $chatAccess, own ticket $isOwn, co-op $coop',
  async (scene) => {
    const { role, place, chatAccess, isOwn, coop } = scene;
    const institutionId = places[place];
    const accountId = await makeAccount(sql, { institutionId, role, username: `u-${newId()}` });
    await sql.updateTable('accounts').set({ chatAccess }).where('id', '=', accountId).execute();
    if (coop !== 'none') {
      const joined = coop === 'theirs' ? coopId : strangeCoopId;
      await makeMember(sql, { coopId: joined, accountId, level: 'regular', optedInto: [] });
    }
    const actor = { accountId, institutionId, role, chatAccess };
    const ownerId = isOwn ? accountId : null;
    const id = newId();
    await insertTicket(
      sql,
      {
        id,
        clientId: newId(),
        widgetId,
        institutionId: home,
        chatId: null,
        question: 'May I?',
        name: null,
        email: null,
        language: 'en',
        pageUrl: null,
        pageTitle: null,
        createdAt: new Date('2026-03-02T09:00:00Z'),
      },
      { state: 'new', ownerId },
    );
    const hasLevel = coop === 'theirs';
    expect(mayHandle(actor, { institutionId: home, ownerId, hasLevel })).toBe(expected(scene));
    expect((await findHandledTicket(sql, actor, id)) !== undefined).toBe(expected(scene));
  },
);
