import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { assign, makeAccount, setLimit } from '../../test/factories.ts';
import { ANY_NUMBER, type Caller, openHouse, testHouse } from '../../test/house.ts';
import { LOCAL_SECONDS, makeLibraries } from '../../test/libraries.ts';
import { ask, claim, close, heardEvents, hears, release } from '../../test/talk.ts';

const { house, clock, sql, connection } = await testHouse();
/** A second process of the same installation, which hears nothing of the first one's bus. */
const neighbour = await openHouse({ connection, clock, frameRate: ANY_NUMBER });
const libraries = await makeLibraries(sql);
const asSadie = await house.staff(libraries.sadie);
const asHana = await house.staff(libraries.hana);

interface Operator {
  readonly accountId: string;
  readonly caller: Caller;
}
const operators: Operator[] = [];

beforeAll(async () => {
  for (let n = 0; n < 8; n += 1) {
    const accountId = await makeAccount(sql, {
      institutionId: libraries.institutions.northfield,
      username: `operator-${n}`,
      role: 'operator',
    });
    await setLimit(sql, accountId, 3);
    await assign(sql, { queueId: libraries.queueId, accountId, optedIn: true });
    operators.push({ accountId, caller: await house.staff(accountId) });
  }
});

afterEach(async () => {
  await sql
    .updateTable('chats')
    .set({ state: 'closed', closedAt: clock.now(), nextStepAt: null, formOfferAt: null })
    .where('state', '!=', 'closed')
    .execute();
});

const question = () => ask(house, libraries.widgetId, 'Which edition is this?');

async function ownerOf(chatId: string): Promise<string | null> {
  const { ownerId } = await sql
    .selectFrom('chats')
    .select('ownerId')
    .where('id', '=', chatId)
    .executeTakeFirstOrThrow();
  return ownerId;
}

async function openChatsByOwner(): Promise<Map<string, number>> {
  const rows = await sql
    .selectFrom('chats')
    .select(({ fn }) => ['ownerId', fn.countAll<number>().as('open')])
    .where('state', '=', 'active')
    .groupBy('ownerId')
    .execute();
  return new Map(rows.map(({ ownerId, open }) => [String(ownerId), open]));
}

describe('one chat', () => {
  test('claimed by eight at once, in two processes, has one owner, and seven are told so', async () => {
    const { chatId } = await question();
    const answers = await Promise.all(
      operators.map(({ caller }, n) => claim(n % 2 === 0 ? house : neighbour, chatId, caller)),
    );
    const winners = operators.filter((_, n) => answers[n]?.status === 200);
    expect(winners.map(({ accountId }) => accountId)).toEqual([await ownerOf(chatId)]);
    expect(answers.filter(({ code }) => code === 'claimed_by_other')).toHaveLength(7);
  });

  test('claimed by all at once is claimed in its history once', async () => {
    const { chatId } = await question();
    await Promise.all(operators.map(({ caller }) => claim(house, chatId, caller)));
    const claims = await sql
      .selectFrom('chatEvents')
      .select('actorId')
      .where('chatId', '=', chatId)
      .where('kind', '=', 'claimed')
      .execute();
    expect(claims).toEqual([{ actorId: await ownerOf(chatId) }]);
  });

  test('claimed again by its owner changes nothing, and answers 200', async () => {
    const { chatId, token } = await question();
    const patron = await house.patron(token);
    const first = await claim(house, chatId, asSadie);
    await hears(patron, chatId, ({ kind }) => kind === 'claimed');
    const second = await claim(house, chatId, asSadie);
    await patron.settle();
    expect(second).toEqual(first);
    expect(heardEvents(patron, chatId).filter(({ kind }) => kind === 'claimed')).toHaveLength(1);
  });

  test('is not there for whoever it was not offered to, waiting or not', async () => {
    const { chatId } = await question();
    const asEve = await house.staff(libraries.eve);
    const asNoor = await house.staff(libraries.noor);
    expect(await claim(house, chatId, asEve)).toMatchObject({ status: 404, code: 'not_found' });
    expect(await claim(house, chatId, asNoor)).toMatchObject({ status: 404, code: 'not_found' });
    await claim(house, chatId, asSadie);
    expect(await claim(house, chatId, asEve)).toMatchObject({ status: 404, code: 'not_found' });
  });

  test('once closed can be claimed by nobody', async () => {
    const { chatId, patron } = await question();
    await close(house, chatId, patron);
    expect(await claim(house, chatId, asSadie)).toMatchObject({ status: 409, code: 'chat_closed' });
  });

  test('claimed and closed at the same moment ends closed', async () => {
    const chats = await Promise.all(Array.from({ length: 10 }, question));
    await Promise.all(
      chats.flatMap(({ chatId, patron }) => [
        claim(house, chatId, asSadie),
        close(neighbour, chatId, patron),
      ]),
    );
    const states = await sql
      .selectFrom('chats')
      .select('state')
      .where(
        'id',
        'in',
        chats.map(({ chatId }) => chatId),
      )
      .execute();
    expect(states.map(({ state }) => state)).toEqual(Array(10).fill('closed'));
  });

  test('released is claimed anew, and both have answered it', async () => {
    const { chatId } = await question();
    const [first, second] = operators as [Operator, Operator];
    await claim(house, chatId, first.caller);
    await release(house, chatId, first.caller);
    await claim(house, chatId, second.caller);
    const answered = await sql
      .selectFrom('answerings')
      .select('accountId')
      .where('chatId', '=', chatId)
      .execute();
    expect(await ownerOf(chatId)).toBe(second.accountId);
    expect(new Set(answered.map(({ accountId }) => accountId))).toEqual(
      new Set([first.accountId, second.accountId]),
    );
  });

  test('without chat access is claimed by nobody', async () => {
    const { chatId } = await question();
    const [{ accountId, caller }] = operators as [Operator];
    await sql
      .updateTable('accounts')
      .set({ chatAccess: false })
      .where('id', '=', accountId)
      .execute();
    const answer = await claim(house, chatId, caller);
    await sql
      .updateTable('accounts')
      .set({ chatAccess: true })
      .where('id', '=', accountId)
      .execute();
    expect(answer).toMatchObject({ status: 403, code: 'no_chat_access' });
  });
});

describe('an operator’s limit', () => {
  test('is kept when ten chats are claimed at once, in two processes', async () => {
    const chats = await Promise.all(Array.from({ length: 10 }, question));
    const [{ accountId, caller }] = operators as [Operator];
    const answers = await Promise.all(
      chats.map(({ chatId }, n) => claim(n % 2 === 0 ? house : neighbour, chatId, caller)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
    expect(answers.filter(({ code }) => code === 'at_limit')).toHaveLength(7);
    expect(await openChatsByOwner()).toEqual(new Map([[accountId, 3]]));
  });

  test('is kept by all of eight who claim thirty chats at once; no chat is left while one has room', async () => {
    const chats = await Promise.all(Array.from({ length: 30 }, question));
    const claims = operators.flatMap(({ caller }, n) =>
      chats.map(({ chatId }) => claim(n % 2 === 0 ? house : neighbour, chatId, caller)),
    );
    await Promise.all(claims);
    const open = await openChatsByOwner();
    // Eight times three: whoever has room has claimed every chat that was left.
    expect([...open.values()]).toEqual(Array(8).fill(3));
  });

  test('frees a place with every chat that is closed or given back', async () => {
    const chats = await Promise.all(Array.from({ length: 5 }, question));
    const [{ caller }] = operators as [Operator];
    const [a, b, c, d, e] = chats.map(({ chatId }) => chatId) as [
      string,
      string,
      string,
      string,
      string,
    ];
    for (const chatId of [a, b, c]) await claim(house, chatId, caller);
    expect(await claim(house, d, caller)).toMatchObject({ status: 409, code: 'at_limit' });
    await close(house, a, caller);
    expect(await claim(house, d, caller)).toMatchObject({ status: 200 });
    await release(house, b, caller);
    expect(await claim(house, e, caller)).toMatchObject({ status: 200 });
  });
});

test('a claim of the co-op’s goes through its queue, with the home library’s introduction', async () => {
  const sadie = await house.desk(asSadie);
  const { chatId, token } = await question();
  const patron = await house.patron(token);
  const hana = await house.desk(asHana);
  await house.passes(LOCAL_SECONDS - 1);
  const early = await claim(house, chatId, asHana);
  await house.passes(1);
  const answer = await claim(house, chatId, asHana);
  const claimed = await hears(patron, chatId, ({ kind }) => kind === 'claimed');
  await Promise.all([sadie.close(), hana.close()]);

  expect(early).toMatchObject({ status: 404, code: 'not_found' });
  expect(answer.body).toMatchObject({ queueId: libraries.coopQueueId, coopName: 'Night Owls' });
  expect(claimed).toMatchObject({ introduction: 'A librarian of a partner library answers.' });
});
