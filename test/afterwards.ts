import { routeFeedback } from '../server/feedback/index.ts';
import { routeStatistics } from '../server/statistics/index.ts';
import { routeTranscripts } from '../server/transcripts/index.ts';
import { makeMember } from './factories.ts';
import { type StaffHeaders, staffHeaders, testFeatureApp, testParts } from './feature-app.ts';
import { makeLibraries } from './libraries.ts';
import { makePastChat, type PastChat } from './past-chats.ts';

export const NAMES = ['sadie', 'omar', 'noor', 'ada', 'hana', 'eve', 'olga'] as const;
export type Name = (typeof NAMES)[number];

/**
 * What is read of chats afterwards: transcripts, statistics and feedback of Northfield's patrons. Ada
 * is Co-Op Admin too. For the top of a test file.
 */
export async function openAfterwards() {
  const parts = await testParts();
  const { sql } = parts.database;
  const app = testFeatureApp(parts);
  routeTranscripts(app, parts);
  routeStatistics(app, parts);
  routeFeedback(app, parts);

  const libraries = await makeLibraries(sql);
  const { northfield, harbour } = libraries.institutions;
  const { coopId, coopQueueId, queueId, widgetId, sadie, hana } = libraries;
  await makeMember(sql, { coopId, accountId: libraries.ada, level: 'coopAdmin', optedInto: [] });
  const headers = {} as Record<Name, StaffHeaders>;
  for (const name of NAMES) headers[name] = await staffHeaders(parts, libraries[name]);

  const byPatron = (chatId: string) => ({
    authorization: `Bearer ${parts.tokens.sign('chat', chatId)}`,
  });
  const atNorthfield = (rest: Partial<PastChat>) =>
    makePastChat(sql, {
      institutionId: northfield,
      widgetId,
      queueId,
      openedAt: new Date('2026-03-02T09:00:00Z'),
      ...rest,
    });

  return {
    parts,
    sql,
    libraries,
    /** A chat of a patron of Northfield's. */
    atNorthfield,
    /** One that Sadie answered, and after her Hana of Harbour, through the co-op. */
    answeredByBoth: () =>
      atNorthfield({
        queueId: coopQueueId,
        offeredTo: [queueId],
        answeredBy: [
          { accountId: sadie, institutionId: northfield, after: 20 },
          { accountId: hana, institutionId: harbour, after: 60 },
        ],
        coops: [{ coopId, through: true }],
      }),
    call: (name: Name, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) =>
      app.inject({
        method,
        url: `/api/v1${path}`,
        headers: headers[name],
        ...(payload && { payload }),
      }),
    /** The patron of a chat rates it; `bearer`: the chat whose token they have. */
    rate: (chatId: string, payload: object, bearer = chatId) =>
      app.inject({
        method: 'PUT',
        url: `/api/v1/chats/${chatId}/feedback`,
        headers: byPatron(bearer),
        payload,
      }),
    readRating: (chatId: string) =>
      app.inject({ url: `/api/v1/chats/${chatId}/feedback`, headers: byPatron(chatId) }),
  };
}
