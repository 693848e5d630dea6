import type { Measures } from '#protocol/statistics.ts';
import type { Queries } from '../server/platform/database/index.ts';

export interface Told {
  readonly chat: { id: string; institutionId: string; queueId: string };
  readonly openedAt: number;
  /** On the clock of the libraries. */
  readonly there: { day: string; hour: number; weekday: number };
  readonly answerings: readonly { accountId: string; institutionId: string; at: Date }[];
  readonly coops: readonly { coopId: string; through: boolean }[];
  readonly offeredTo: readonly string[];
  readonly counts: Partial<Measures> & { wait: number | null; duration: number | null };
}

/** Every chat of libraries in Paris, read from what happened in it, one after the other. */
export async function recount(sql: Queries): Promise<Told[]> {
  const byChat = <Row extends { chatId: string }>(rows: Row[]) =>
    Map.groupBy(rows, ({ chatId }) => chatId);
  const answers = byChat(await sql.selectFrom('answerings').selectAll().execute());
  const came = byChat(await sql.selectFrom('coopChats').selectAll().execute());
  const offers = byChat(await sql.selectFrom('offers').selectAll().execute());
  const said = byChat(await sql.selectFrom('chatEvents').selectAll().orderBy('seq').execute());
  const ratings = byChat(await sql.selectFrom('feedback').selectAll().execute());
  const resolutions = byChat(await sql.selectFrom('resolutions').selectAll().execute());
  const told: Told[] = [];
  for (const chat of await sql.selectFrom('chats').selectAll().execute()) {
    const answerings = answers.get(chat.id) ?? [];
    const events = said.get(chat.id) ?? [];
    const given = ratings.get(chat.id)?.[0];
    const resolved = resolutions.get(chat.id)?.[0];
    const firstOfStaff = events.find(({ actorKind }) => actorKind === 's');
    const answered = answerings.length > 0;
    const home = answerings.some(({ institutionId }) => institutionId === chat.institutionId);
    const seconds = (until: Date) =>
      Math.floor((until.getTime() - chat.openedAt.getTime()) / 1_000);
    told.push({
      chat,
      openedAt: chat.openedAt.getTime(),
      there: inParis(chat.openedAt),
      answerings,
      coops: came.get(chat.id) ?? [],
      offeredTo: (offers.get(chat.id) ?? []).map(({ queueId }) => queueId),
      counts: {
        chats: 1,
        answered: Number(answered),
        missed: Number(!answered && (chat.closedAt !== null || chat.formOffered)),
        abandoned: Number(
          chat.closedAt !== null && !firstOfStaff && chat.closeReason !== 'operator',
        ),
        wait: firstOfStaff ? seconds(firstOfStaff.at) : null,
        duration: answered && chat.closedAt ? seconds(chat.closedAt) : null,
        messages: events.length,
        referred: Number(answered && resolved?.resolution === 'followUpHome'),
        bad: Number(given?.rating === 1),
        okay: Number(given?.rating === 2),
        good: Number(given?.rating === 3),
        great: Number(given?.rating === 4),
        answeredAtHome: Number(home),
        answeredElsewhere: Number(answered && !home),
      },
    });
  }
  return told;
}

/** Measures that are sums over chats. */
export const SUMMED = [
  'chats',
  'answered',
  'missed',
  'abandoned',
  'messages',
  'referred',
  'bad',
  'okay',
  'good',
  'great',
  'answeredAtHome',
  'answeredElsewhere',
] as const;

const mean = (all: readonly number[]) =>
  all.length === 0
    ? null
    : Math.round((all.reduce((sum, one) => sum + one, 0) / all.length) * 1_000) / 1_000;

function median(all: readonly number[]): number | null {
  const [lower, upper] = [Math.ceil(all.length / 2) - 1, Math.floor(all.length / 2)];
  const ordered = all.toSorted((a, b) => a - b);
  return all.length === 0 ? null : ((ordered[lower] ?? 0) + (ordered[upper] ?? 0)) / 2;
}

/** What statistics tell of these. */
export function summed(told: readonly Told[]) {
  const waits = told.flatMap(({ counts }) => counts.wait ?? []);
  const durations = told.flatMap(({ counts }) => counts.duration ?? []);
  return {
    ...Object.fromEntries(
      SUMMED.map((key) => [key, told.reduce((sum, { counts }) => sum + (counts[key] ?? 0), 0)]),
    ),
    waitMean: mean(waits),
    waitMedian: median(waits),
    durationMean: mean(durations),
    durationMedian: median(durations),
  };
}

function inParis(at: Date) {
  const text = at.toLocaleString('sv', { timeZone: 'Europe/Paris' });
  const [day = '', time = ''] = text.split(' ');
  return { day, hour: Number(time.slice(0, 2)), weekday: new Date(day).getUTCDay() };
}
