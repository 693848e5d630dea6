import { expect, test } from 'vitest';
import type { ChatState } from '#protocol/chats.ts';
import {
  assign,
  makeAccount,
  makeCoop,
  makeInstitution,
  makeMember,
  makeQueue,
  makeWidget,
} from '../../test/factories.ts';
import { testHouse } from '../../test/house.ts';
import { type SeededRandom, seededRandom } from '../../test/random.ts';
import { beginSession } from '../accounts/index.ts';
import { newId } from '../platform/ids.ts';
import { readFacts, readReader } from './facts.ts';
import { findReadableChat } from './store.ts';
import { mayReadChat } from './who-may.ts';

const { house, clock } = await testHouse();
const { parts } = house;
const { sql } = parts.database;

const LEVELS = ['regular', 'institutionAdmin', 'coopAdmin'] as const;
const STATES: readonly ChatState[] = ['waiting', 'active', 'closed'];

/** Three libraries, of which two share a co-op, with a queue each and the co-op's. */
async function makeTown(random: SeededRandom) {
  const institutions = [
    await makeInstitution(sql, newId()),
    await makeInstitution(sql, newId()),
    await makeInstitution(sql, newId()),
  ];
  for (const id of institutions) {
    const operatorsSee = random.isTrue() ? 'queues' : 'own';
    await sql.updateTable('institutions').set({ operatorsSee }).where('id', '=', id).execute();
  }
  const coopId = await makeCoop(sql, newId(), institutions.slice(0, 2));
  const local = await Promise.all(
    institutions.map((institutionId) => makeQueue(sql, { institutionId })),
  );
  const coopQueue = await makeQueue(sql, { coopId });
  const gone = await makeQueue(sql, { institutionId: random.pick(institutions) });
  await sql.updateTable('queues').set({ deletedAt: clock.now() }).where('id', '=', gone).execute();
  return { institutions, coopId, coopQueue, queues: [...local, coopQueue, gone] };
}
type Town = Awaited<ReturnType<typeof makeTown>>;

async function makeReader(random: SeededRandom, town: Town) {
  const accountId = await makeAccount(sql, {
    institutionId: random.pick(town.institutions),
    username: newId(),
    role: random.pick(['operator', 'operator', 'operator', 'admin', 'owner']),
  });
  for (const queueId of town.queues)
    if (queueId !== town.coopQueue && random.below(3) === 0)
      await assign(sql, { queueId, accountId, optedIn: random.isTrue() });
  if (random.isTrue()) {
    const optedInto = random.isTrue() ? [town.coopQueue] : [];
    const level = random.pick(LEVELS);
    await makeMember(sql, { coopId: town.coopId, accountId, level, optedInto });
  }
  const chatAccess = random.below(4) > 0;
  await sql.updateTable('accounts').set({ chatAccess }).where('id', '=', accountId).execute();
  const { actor } = await beginSession(parts, accountId, { device: '', address: '' });
  return actor;
}

async function makeChat(random: SeededRandom, town: Town, accountIds: readonly string[]) {
  const chatId = newId();
  const patronId = newId();
  const now = clock.now();
  const institutionId = random.pick(town.institutions);
  const state = random.pick(STATES);
  // Of open ones each account has one at most.
  const practisedBy = state === 'closed' && random.below(3) === 0 ? random.pick(accountIds) : null;
  const widgetId = practisedBy ? null : await makeWidget(sql, { institutionId, chain: [] });
  await sql.insertInto('patrons').values({ id: patronId, createdAt: now }).execute();
  await sql
    .insertInto('chats')
    .values({
      id: chatId,
      clientId: newId(),
      widgetId,
      patronId,
      institutionId,
      queueId: random.pick(town.queues),
      state,
      ownerId: state === 'active' ? random.pick(accountIds) : null,
      guestIds: random.below(3) === 0 ? [random.pick(accountIds), random.pick(accountIds)] : [],
      guestTag: 'ABCD',
      answers: '{}',
      language: 'en',
      question: 'Which?',
      chain: '[]',
      stepsAlerted: 1,
      openedAt: now,
      waitingSince: now,
      closedAt: state === 'closed' ? now : null,
      practisedBy,
      practiceScript: practisedBy && 'catalogue',
    })
    .execute();
  for (const queueId of town.queues)
    if (random.isTrue())
      await sql
        .insertInto('offers')
        .values({ chatId, queueId, since: now, withdrawnAt: random.isTrue() ? now : null })
        .execute();
  for (const accountId of new Set([random.pick(accountIds), random.pick(accountIds)]))
    if (state !== 'waiting' || random.isTrue())
      await sql
        .insertInto('answerings')
        .values({ chatId, accountId, institutionId, at: now })
        .execute();
  if (random.isTrue())
    await sql
      .insertInto('coopChats')
      .values({ coopId: town.coopId, chatId, openedAt: now, through: random.isTrue() })
      .execute();
  const { ownerId } = await sql
    .selectFrom('chats')
    .select('ownerId')
    .where('id', '=', chatId)
    .executeTakeFirstOrThrow();
  // One that its owner has made, and one that a closing or a return has overtaken.
  if (random.isTrue())
    await sql
      .insertInto('transfers')
      .values({
        chatId,
        fromId: ownerId ?? random.pick(accountIds),
        toId: random.pick(accountIds),
        offeredAt: now,
        expiresAt: now,
      })
      .execute();
  return chatId;
}

test.each([11, 12])(
  'the rule in the code and the rule in SQL let in the same people (seed %i)',
  async (seed) => {
    const random = seededRandom(seed);
    const town = await makeTown(random);
    const actors = [];
    for (let n = 0; n < 24; n += 1) actors.push(await makeReader(random, town));
    const accountIds = actors.map(({ accountId }) => accountId);
    const chats = [];
    for (let n = 0; n < 30; n += 1) {
      const chatId = await makeChat(random, town, accountIds);
      const facts = await readFacts(sql, chatId);
      if (!facts) throw new Error('The chat is gone');
      chats.push({ chatId, facts });
    }

    const answers = { yes: 0, no: 0 };
    for (const actor of actors) {
      const reader = await readReader(sql, actor);
      for (const { chatId, facts } of chats) {
        const byCode = mayReadChat(reader, facts);
        const bySql = (await findReadableChat(sql, actor, chatId, clock.now())) !== undefined;
        expect(bySql, JSON.stringify({ actor, facts, reader })).toBe(byCode);
        answers[byCode ? 'yes' : 'no'] += 1;
      }
    }
    // A generator that only makes owners or strangers would prove nothing.
    expect(Math.min(answers.yes, answers.no)).toBeGreaterThan(100);
  },
  60_000,
);
