import { leaveChatQuestion, openChat } from '#protocol/chats.ts';
import {
  beginPatronLease,
  endPatronLease,
  extendPatronLeases,
} from '../../server/chats/patron-leases.ts';
import { newId } from '../../server/platform/ids.ts';
import { NOBODY } from '../driven-house.ts';
import { bearer } from '../talk.ts';
import type { Library } from './town.ts';
import { aboutSeconds, inSeconds, pagesEnd, type Visit, type World } from './world.ts';

/** Seconds that a patron waits, at the median, before they do something else. */
const PATIENCE = 240;

/** Somebody asks at a library's page, and stays for a while. */
export async function arrive(world: World, library: Library): Promise<void> {
  const { house, visits, random, broken } = world;
  const { status, body } = await house.call(
    openChat,
    {
      params: { widgetId: library.widgetId },
      query: undefined,
      body: { clientId: newId(), question: 'Where do I find the census of 1911?' },
    },
    NOBODY,
  );
  if (status !== 201) {
    broken.push(`A chat was not opened: ${status}`);
    return;
  }
  const { chatId, token } = body;
  const connectionId = newId();
  const visit: Visit = { chatId, token, patron: bearer(token), library, connectionId };
  visits.set(chatId, visit);
  await beginPatronLease(house.parts, connectionId, chatId);
  await extendPatronLeases(house.parts.database.sql, [connectionId], pagesEnd(world));
  inSeconds(world, aboutSeconds(random, PATIENCE), () => losePatience(world, visit));
}

/** Nobody has come: they leave the question, or just go. Who is answered has all the time. */
async function losePatience(world: World, visit: Visit): Promise<void> {
  const { house, random } = world;
  const chat = await house.parts.database.sql
    .selectFrom('chats')
    .select(['state', 'formOffered', 'question'])
    .where('id', '=', visit.chatId)
    .executeTakeFirstOrThrow();
  if (chat.state !== 'waiting') return;
  if (chat.formOffered && random.below(10) < 7) {
    const body = { clientId: newId(), question: chat.question, email: 'patron@example.org' };
    const params = { chatId: visit.chatId };
    await house.call(leaveChatQuestion, { params, query: undefined, body }, visit.patron);
  }
  await leave(world, visit);
}

/** Closes the page; whoever answers sees that they are gone. */
export async function leave({ house }: World, visit: Visit): Promise<void> {
  if (visit.connectionId === null) return;
  await endPatronLease(house.parts, visit.connectionId, visit.chatId);
  visit.connectionId = null;
}
