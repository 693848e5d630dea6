import type { Hours, Span } from '#protocol/hours.ts';
import { insertInstitution } from '../../server/institutions/index.ts';
import type { Queries } from '../../server/platform/database/index.ts';
import { newId } from '../../server/platform/ids.ts';
import {
  assign,
  makeAccount,
  makeCoop,
  makeMember,
  makeQueue,
  makeWidget,
  setLimit,
} from '../factories.ts';
import type { SeededRandom } from '../random.ts';
import type { Size } from './size.ts';

export interface Library {
  readonly id: string;
  readonly timeZone: string;
  readonly queueId: string;
  readonly widgetId: string;
  readonly operators: readonly string[];
}

export interface Town {
  readonly coopId: string;
  readonly ownerId: string;
  readonly libraries: readonly Library[];
}

const ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'Europe/Paris',
] as const;

const DAY: Span[] = [{ from: '09:00', to: '17:00' }];
const NIGHT: Span[] = [
  { from: '00:00', to: '09:00' },
  { from: '17:00', to: '24:00' },
];
const ALL: Span[] = [{ from: '00:00', to: '24:00' }];

/** Every second library is open by day, every third is covered by the co-op at night alone. */
export async function makeTown(sql: Queries, random: SeededRandom, size: Size): Promise<Town> {
  const drafts = Array.from({ length: size.libraries }, (_, n) => ({
    id: newId(),
    timeZone: ZONES[n % ZONES.length] ?? 'UTC',
    n,
  }));
  for (const { id, timeZone, n } of drafts) {
    const hours = n % 2 === 0 ? week(timeZone, DAY, []) : null;
    await insertInstitution(sql, {
      id,
      code: `library-${n}`,
      name: `Library ${n}`,
      timeZone,
      languages: ['en'],
      createdAt: new Date('2026-01-01T08:00:00Z'),
    });
    await sql
      .updateTable('institutions')
      .set({ hours: hours && JSON.stringify(hours) })
      .where('id', '=', id)
      .execute();
  }
  const ids = drafts.map(({ id }) => id);
  const coopId = await makeCoop(sql, 'Night Owls', ids);
  const coopQueues = [await makeQueue(sql, { coopId }), await makeQueue(sql, { coopId })];

  const libraries: Library[] = [];
  for (const { id, timeZone, n } of drafts) {
    if (n % 3 === 0) {
      const coverage = JSON.stringify(week(timeZone, NIGHT, ALL));
      await sql
        .updateTable('coopInstitutions')
        .set({ coverage })
        .where('institutionId', '=', id)
        .execute();
    }
    const queueId = await makeQueue(sql, { institutionId: id });
    const operators: string[] = [];
    for (let k = 0; k < size.operatorsPerLibrary; k += 1) {
      const accountId = await makeAccount(sql, {
        institutionId: id,
        username: `library-${n}-operator-${k}`,
        role: 'operator',
      });
      await setLimit(sql, accountId, 2 + random.below(3));
      await assign(sql, { queueId, accountId, optedIn: true });
      // One in ten works for the home library alone.
      if (random.below(10) > 0)
        await makeMember(sql, { coopId, accountId, level: 'regular', optedInto: coopQueues });
      operators.push(accountId);
    }
    const widgetId = await makeWidget(sql, {
      institutionId: id,
      chain: [
        { queueId, waitSeconds: 20 },
        { coopId, waitSeconds: 40 },
      ],
      texts: { introduction: 'A librarian of a partner library answers.' },
      unansweredSeconds: 60,
    });
    libraries.push({ id, timeZone, queueId, widgetId, operators });
  }
  const [first] = ids;
  if (first === undefined) throw new Error('A town has at least one library');
  const ownerId = await makeAccount(sql, {
    institutionId: first,
    username: 'owner',
    role: 'owner',
  });
  return { coopId, ownerId, libraries };
}

function week(timeZone: string, weekday: Span[], weekend: Span[]): Hours {
  return {
    timeZone,
    week: [weekend, weekday, weekday, weekday, weekday, weekday, weekend],
    holidays: [],
  };
}
