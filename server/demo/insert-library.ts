import { insertPool } from '../canned/index.ts';
import { insertInstitution } from '../institutions/index.ts';
import type { Queries } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import { insertAssignment, insertQueue } from '../queues/index.ts';
import { insertWidget, USUAL_UNANSWERED_SECONDS } from '../widgets/index.ts';
import { insertPerson, type Making } from './insert-person.ts';
import type { DemoLibrary } from './libraries.ts';
import { insertCoopInstitution, insertMembership } from './store.ts';

export interface DemoCoop {
  readonly id: string;
  readonly queueId: string;
  readonly spanishQueueId: string;
}

/** Seconds that the library's own operators have a question to themselves, and then the co-op's, before the form. */
const WAIT_SECONDS = { local: 20, coop: 40 } as const;

/** Makes a library with its people, queues, pool and widget, in the co-op. Answers the ids of its people. */
export async function insertLibrary(
  sql: Queries,
  library: DemoLibrary,
  coop: DemoCoop,
  making: Making,
): Promise<string[]> {
  const { institutionId, code, name, timeZone, languages, colour, texts } = library;
  const { createdAt } = making;

  await insertInstitution(sql, {
    id: institutionId,
    code,
    name,
    timeZone,
    languages,
    createdAt,
  });
  const coverage = library.coverage && JSON.stringify(library.coverage);
  await insertCoopInstitution(sql, { coopId: coop.id, institutionId, coverage });
  const people = await insertPeople(sql, library, coop, making);
  const queueId = await insertLocalQueues(sql, library, people, createdAt);
  const memberIds = [people.adminId, ...people.operatorIds];
  await insertPool(sql, { name, institutionId, messages: library.messages, memberIds, createdAt });
  await insertWidget(sql, {
    id: library.widgetId,
    institutionId,
    name: `${name} web site`,
    chain: [
      { queueId, waitSeconds: WAIT_SECONDS.local },
      { coopId: coop.id, waitSeconds: WAIT_SECONDS.coop },
    ],
    allowedOrigins: [],
    texts,
    colour,
    unansweredSeconds: USUAL_UNANSWERED_SECONDS,
    createdAt,
  });
  return memberIds;
}

interface People {
  readonly adminId: string;
  readonly operatorIds: readonly string[];
}

/** Operators answer for the co-op at once; a coordinator looks after the library and opts in when hands are short. */
async function insertPeople(
  sql: Queries,
  { institutionId, admin, adminLevel, operators, languages }: DemoLibrary,
  coop: DemoCoop,
  making: Making,
): Promise<People> {
  const coopId = coop.id;
  const adminId = await insertPerson(sql, admin, { institutionId, role: 'admin' }, making);
  await insertMembership(sql, { coopId, accountId: adminId, level: adminLevel });

  const operatorIds: string[] = [];
  for (const operator of operators) {
    const accountId = await insertPerson(
      sql,
      operator,
      { institutionId, role: 'operator' },
      making,
    );
    await insertMembership(sql, { coopId, accountId, level: 'regular' });
    await insertAssignment(sql, { queueId: coop.queueId, accountId, optedIn: true });
    if (languages.includes('es'))
      await insertAssignment(sql, { queueId: coop.spanishQueueId, accountId, optedIn: true });
    operatorIds.push(accountId);
  }
  return { adminId, operatorIds };
}

/** Answers the id of the queue that the widget's chats enter by. */
async function insertLocalQueues(
  sql: Queries,
  { institutionId, queueName, proactiveQueueName }: DemoLibrary,
  people: People,
  createdAt: Date,
): Promise<string> {
  const insertStaffed = async (name: string, kind: 'chat' | 'proactive') => {
    const queueId = newId();
    await insertQueue(sql, { id: queueId, name, kind, institutionId, coopId: null, createdAt });
    await insertAssignment(sql, { queueId, accountId: people.adminId, optedIn: false });
    for (const accountId of people.operatorIds) {
      await insertAssignment(sql, { queueId, accountId, optedIn: true });
    }
    return queueId;
  };

  if (proactiveQueueName !== null) await insertStaffed(proactiveQueueName, 'proactive');
  return insertStaffed(queueName, 'chat');
}
