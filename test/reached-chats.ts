import { expect } from 'vitest';
import { routeFeedback } from '../server/feedback/index.ts';
import { routeStatistics } from '../server/statistics/index.ts';
import { routeTranscripts } from '../server/transcripts/index.ts';
import { type StaffHeaders, staffHeaders, testFeatureApp, testParts } from './feature-app.ts';
import { makeFourLibraries, type Person } from './four-libraries.ts';
import { makePastChat, type PastChat } from './past-chats.ts';

export type Chat = keyof Awaited<ReturnType<typeof openReachedChats>>['chats'];

/**
 * Chats of four libraries and two co-ops that were answered by anybody, or nobody, in any way; and
 * people who reach some of them afterwards. Each is rated 4. For the top of a test file.
 */
export async function openReachedChats() {
  const parts = await testParts();
  const { sql } = parts.database;
  const app = testFeatureApp(parts);
  routeTranscripts(app, parts);
  routeStatistics(app, parts);
  routeFeedback(app, parts);

  const libraries = await makeFourLibraries(sql);
  const { institutions, coop, otherCoop, queues, widgets, people } = libraries;
  const { lawQueue, coopQueue, otherCoopQueue } = libraries;
  type Library = keyof typeof institutions;
  type Chat = keyof typeof chats;

  let minute = 0;
  /** A chat of a library's patron, each a minute after the one before. */
  async function chat(library: Library, rest: Partial<PastChat>): Promise<string> {
    minute += 1;
    const id = await makePastChat(sql, {
      institutionId: institutions[library],
      widgetId: widgets[library],
      queueId: queues[library],
      openedAt: new Date(Date.UTC(2026, 2, 2, 9, minute)),
      ...rest,
    });
    const rated = {
      chatId: id,
      rating: 4,
      comment: 'Thanks',
      ratedAt: new Date('2026-03-02T12:00:00Z'),
    };
    if (!rest.practisedBy) await sql.insertInto('feedback').values(rated).execute();
    return id;
  }

  const by = (name: Person, library: Library) => [
    { accountId: people[name], institutionId: institutions[library], after: 30 },
  ];
  const through = { queueId: coopQueue, coops: [{ coopId: coop, through: true }] };
  const inVain = { coops: [{ coopId: coop, through: false }] };

  const chats = {
    local: await chat('northfield', { answeredBy: by('sadie', 'northfield') }),
    law: await chat('northfield', { queueId: lawQueue, answeredBy: by('omar', 'northfield') }),
    answeredByHarbour: await chat('northfield', {
      ...through,
      offeredTo: [queues.northfield],
      answeredBy: by('hana', 'harbour'),
    }),
    answeredByNorthfield: await chat('harbour', {
      ...through,
      answeredBy: by('sadie', 'northfield'),
    }),
    answeredByBoth: await chat('eastvale', {
      ...through,
      answeredBy: [
        ...by('hana', 'harbour'),
        ...by('hugo', 'harbour'),
        ...by('sadie', 'northfield'),
      ],
    }),
    unanswered: await chat('northfield', inVain),
    stillWaiting: await chat('harbour', { ...inVain, closedAfter: null }),
    offeredThenLocal: await chat('northfield', { ...inVain, answeredBy: by('omar', 'northfield') }),
    byMara: await chat('northfield', { ...through, answeredBy: by('mara', 'harbour') }),
    byRosa: await chat('eastvale', { ...through, answeredBy: by('rosa', 'harbour') }),
    otherCoop: await chat('harbour', {
      queueId: otherCoopQueue,
      coops: [{ coopId: otherCoop, through: true }],
      answeredBy: by('sadie', 'northfield'),
    }),
    running: await chat('harbour', {
      ...through,
      answeredBy: by('eve', 'eastvale'),
      closedAfter: null,
    }),
    strange: await chat('southport', { answeredBy: by('sam', 'southport') }),
    // Of where she worked before, and of a desk that he lends a hand at.
    maraAtHarbour: await chat('harbour', { answeredBy: by('mara', 'harbour') }),
    lent: await chat('southport', { answeredBy: by('omar', 'northfield') }),
  };
  const practice = await chat('northfield', {
    answeredBy: by('sadie', 'northfield'),
    practisedBy: people.sadie,
  });

  const headers = {} as Record<Person, StaffHeaders>;
  for (const name of Object.keys(people) as Person[])
    headers[name] = await staffHeaders(parts, people[name]);

  function get(name: Person, url: string) {
    return app.inject({ url: `/api/v1${url}`, headers: headers[name] });
  }

  async function listed(name: Person, path: string, query: string): Promise<Chat[] | null> {
    const answer = await get(name, `${path}?${query}`);
    if (answer.statusCode === 404) return null;
    expect(answer.statusCode).toBe(200);
    return answer.json().items.map(({ chatId }: { chatId: string }) => nameOf(chatId));
  }

  function nameOf(chatId: string): Chat {
    const found = Object.entries(chats).find(([, id]) => id === chatId);
    if (!found) throw new Error(`A chat that nobody should find: ${chatId}`);
    return found[0] as Chat;
  }

  const inNorthfield: Chat[] = [
    'local',
    'law',
    'answeredByHarbour',
    'unanswered',
    'offeredThenLocal',
    'byMara',
  ];
  const inCoop: Chat[] = [
    'answeredByHarbour',
    'answeredByNorthfield',
    'answeredByBoth',
    'unanswered',
    'stillWaiting',
    'byMara',
    'byRosa',
    'running',
  ];
  const byHarbour: Chat[] = ['answeredByHarbour', 'answeredByBoth', 'byMara', 'byRosa'];

  return {
    parts,
    sql,
    ...libraries,
    chats,
    practice,
    get,
    /** What a list has for somebody; null: it is not there for them. */
    listed,
    nameOf,
    /** What chats several tests expect. */
    inNorthfield,
    inCoop,
    byHarbour,
  };
}

export const sorted = (found: readonly Chat[] | null) => found && [...found].sort();
