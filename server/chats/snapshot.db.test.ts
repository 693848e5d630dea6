import { beforeEach, describe, expect, test } from 'vitest';
import { leaveChatQuestion, type PatronChat, readChat, type StaffChat } from '#protocol/chats.ts';
import { TRANSFER_SECONDS } from '#protocol/limits.ts';
import { changeResolution } from '#protocol/resolutions.ts';
import { makeMember } from '../../test/factories.ts';
import { asPatronFollows, asStaffFollow } from '../../test/followers.ts';
import { type Caller, testHouse } from '../../test/house.ts';
import { LOCAL_SECONDS, makeLibraries, UNANSWERED_SECONDS } from '../../test/libraries.ts';
import { seededRandom } from '../../test/random.ts';
import type { SocketClient } from '../../test/socket-client.ts';
import {
  accept,
  ask,
  claim,
  close,
  decline,
  follow,
  type OpenedChat,
  release,
  say,
  transfer,
} from '../../test/talk.ts';
import { newId } from '../platform/ids.ts';

const { house, sql } = await testHouse();
const libraries = await makeLibraries(sql);
// Sadie may pass chats on to the co-op.
await makeMember(sql, {
  coopId: libraries.coopId,
  accountId: libraries.sadie,
  level: 'regular',
  optedInto: [],
});
const LOCAL_STEP = { queueId: libraries.queueId, waitSeconds: LOCAL_SECONDS };
const COOP_STEP = { coopId: libraries.coopId, waitSeconds: 30 };
const asSadie = await house.staff(libraries.sadie);
const asHana = await house.staff(libraries.hana);
const asAda = await house.staff(libraries.ada);

/** A chat, its patron and an admin who follows it from the start, whoever has it. */
interface Scene extends OpenedChat {
  readonly socket: SocketClient;
  readonly ada: SocketClient;
  sadie: SocketClient;
  hana: SocketClient;
}
let scene: Scene;

beforeEach(async () => {
  await follows([LOCAL_STEP, COOP_STEP]);
  const sadie = await house.desk(asSadie);
  const hana = await house.desk(asHana);
  const chat = await ask(house, libraries.widgetId, 'Where do I return a book?');
  const ada = await house.desk(asAda);
  await follow(ada, chat.chatId);
  scene = { ...chat, socket: await house.patron(chat.token), ada, sadie, hana };
  return async () => {
    for (const client of [scene.socket, ada, scene.sadie, scene.hana]) await client.close();
  };
});

function read(chatId: string, caller: Caller) {
  return house.call(readChat, { params: { chatId }, query: undefined, body: undefined }, caller);
}

/** Both audiences: what their clients have made of snapshot and events is what a fresh snapshot says. */
async function expectFollowersToBeRight(): Promise<void> {
  const { chatId, patron, socket, ada } = scene;
  await Promise.all([socket.settle(), ada.settle()]);
  const forPatron = (await read(chatId, patron)).body as PatronChat;
  const forStaff = (await read(chatId, asAda)).body as StaffChat;
  expect(asPatronFollows(socket).chat).toEqual(forPatron);
  // Who has a page open is told with the desk, not by events.
  const { patronHere: _, ...followed } = asStaffFollow(ada, chatId).chat;
  const { patronHere: __, ...fresh } = forStaff;
  expect(followed).toEqual(fresh);
}

async function done(answer: Promise<{ status: number }>): Promise<void> {
  expect(await answer).toMatchObject({ status: 200 });
}

/** Every command that a chat knows, as somebody would give it now; those that do not fit answer a problem. */
const commands = {
  'a message of the patron': () => say(house, scene.chatId, scene.patron, 'Hello?'),
  'a message of the operator': () => say(house, scene.chatId, asSadie, 'Good morning.'),
  'a note': () => say(house, scene.chatId, asSadie, 'Had this one yesterday.', true),
  'a page of the patron': () => visit(`https://northfield.example/${newId()}`),
  'a claim': () => done(claim(house, scene.chatId, asSadie)),
  'a claim through the co-op': () => done(claim(house, scene.chatId, asHana)),
  'a release': () => done(release(house, scene.chatId, asSadie)),
  'the return of a gone operator’s chat': async () => {
    await scene.sadie.close();
    await house.passes(25);
    scene.sadie = await house.desk(asSadie);
  },
  'the next step of the chain': () => house.passes(LOCAL_SECONDS),
  'the form offered': () => house.passes(UNANSWERED_SECONDS),
  'an offer to a colleague': () =>
    done(transfer(house, scene.chatId, asSadie, { accountId: libraries.hana, note: 'Maps.' })),
  'its acceptance': () => done(accept(house, scene.chatId, asHana)),
  'its refusal': async () => {
    expect((await decline(house, scene.chatId, asHana)).status).toBe(204);
  },
  'an offer that nobody answers': async () => {
    await commands['an offer to a colleague']();
    await house.passes(TRANSFER_SECONDS);
  },
  'a way to the co-op': () =>
    done(transfer(house, scene.chatId, asSadie, { coopId: libraries.coopId, note: 'Maps.' })),
  'the way home': () => done(transfer(house, scene.chatId, asHana, { queueId: libraries.queueId })),
  'a shorter chain': () => follows([LOCAL_STEP]),
  'a longer chain': () => follows([LOCAL_STEP, COOP_STEP]),
  'a closing by the operator': () => done(close(house, scene.chatId, asSadie)),
  'a closing by the patron': () => done(close(house, scene.chatId, scene.patron)),
  'a resolution said later': async () => {
    const body = { resolution: 'lost' } as const;
    const input = { params: { chatId: scene.chatId }, query: undefined, body };
    await done(house.call(changeResolution, input, asAda));
  },
  'a question left': async () => {
    const body = { clientId: newId(), question: 'Where do I return a book?' };
    const input = { params: { chatId: scene.chatId }, query: undefined, body };
    const answer = await house.call(leaveChatQuestion, input, scene.patron);
    expect(answer.status).toBe(201);
  },
} as const satisfies Record<string, () => Promise<unknown>>;
type Command = keyof typeof commands;

/** The widget's chain is changed, and a second passes. */
async function follows(chain: object[]): Promise<void> {
  await sql
    .updateTable('widgets')
    .set({ chain: JSON.stringify(chain) })
    .where('id', '=', libraries.widgetId)
    .execute();
  await house.passes(1);
}

async function visit(url: string): Promise<void> {
  scene.socket.send({ t: 'page', page: { url, title: 'Returns' } });
  await scene.ada.until((frame) =>
    frame.t === 'events'
      ? frame.events.find((event) => event.kind === 'page' && event.page.url === url)
      : undefined,
  );
}

describe('snapshot and events are a fresh snapshot', () => {
  test.each<readonly [Command, readonly Command[]]>([
    ['a message of the patron', []],
    ['a page of the patron', []],
    ['the next step of the chain', []],
    ['the form offered', []],
    ['a claim', []],
    ['a claim', ['the form offered']],
    ['a claim through the co-op', ['the next step of the chain']],
    ['a claim through the co-op', ['the next step of the chain', 'a claim', 'a release']],
    ['a message of the operator', ['a claim']],
    ['a note', ['a claim']],
    ['a release', ['a claim', 'a note']],
    ['the return of a gone operator’s chat', ['a claim', 'a message of the operator']],
    ['the form offered', ['a claim', 'a release']],
    ['an offer to a colleague', ['a claim']],
    ['its acceptance', ['a claim', 'an offer to a colleague']],
    ['its refusal', ['a claim', 'an offer to a colleague']],
    ['an offer that nobody answers', ['a claim']],
    ['a release', ['a claim', 'an offer to a colleague']],
    ['a closing by the patron', ['a claim', 'an offer to a colleague']],
    ['a way to the co-op', ['a claim']],
    ['a way to the co-op', ['a claim', 'an offer to a colleague']],
    ['a claim through the co-op', ['a claim', 'a way to the co-op']],
    ['the way home', ['a claim', 'a way to the co-op', 'a claim through the co-op']],
    ['a shorter chain', ['the next step of the chain']],
    ['a longer chain', ['a shorter chain']],
    ['a closing by the operator', ['a claim', 'a note', 'a message of the patron']],
    ['a closing by the patron', ['a claim', 'a note']],
    ['a closing by the patron', []],
    ['a closing by the patron', ['a claim', 'a release']],
    ['a resolution said later', ['a claim', 'a closing by the operator']],
    ['a resolution said later', ['a claim', 'a closing by the patron']],
    ['a question left', ['the form offered']],
    ['a question left', ['a claim', 'a release']],
  ])('after %s, with %j before it', async (command, before) => {
    for (const earlier of before) await commands[earlier]();
    const { lastSeq } = asStaffFollow(scene.ada, scene.chatId).chat;
    await commands[command]();
    await expectFollowersToBeRight();
    expect(asStaffFollow(scene.ada, scene.chatId).chat.lastSeq).toBeGreaterThan(lastSeq);
  });

  test.each([1, 2, 3])(
    'after each of forty commands at random (seed %i)',
    async (seed) => {
      const random = seededRandom(seed);
      const names = Object.keys(commands) as Command[];
      const endings = names.filter(
        (name) => name.startsWith('a closing') || name.startsWith('a question'),
      );
      const ongoing = names.filter((name) => !endings.includes(name));
      for (let n = 0; n < 40; n += 1) await attempt(random.pick(ongoing));
      await attempt('a claim');
      await attempt(random.pick(endings));
      await attempt('a closing by the patron');
      // A page that the patron of a closed chat goes to is nobody's business, and no event tells of it.
      const said = names.filter((name) => name !== 'a page of the patron');
      for (let n = 0; n < 5; n += 1) await attempt(random.pick(said));
    },
    90_000,
  );
});

/** A command that does not fit just now is refused, and must leave everything as it was. */
async function attempt(command: Command): Promise<void> {
  await commands[command]().catch(() => undefined);
  await expectFollowersToBeRight();
}
