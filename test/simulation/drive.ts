import { sql as fragment } from 'kysely';
import { ring } from './operators.ts';
import { now, type World } from './world.ts';

/** Seconds at most between two rounds of the server; in between, nothing is due. */
const ROUND = 60;

/**
 * Lets time pass up to a moment, from one thing that happens to the next. The server's rounds, which
 * in production come every second, come whenever something was done or is due, and once a minute.
 */
export async function drive(world: World, until: number): Promise<void> {
  const { house, clock, agenda } = world;
  const rings = new Set<string>();
  let hasMoved = true;
  const unsubscribe = [
    house.parts.bus.subscribe('chat', ({ chatId, events, movesDesks }) => {
      if (events?.some(({ kind }) => ['opened', 'routed', 'returned'].includes(kind)))
        rings.add(chatId);
      hasMoved ||= movesDesks;
    }),
    house.parts.bus.subscribe('operator', () => {
      hasMoved = true;
    }),
  ];
  let roundAt = now(world);
  let dueAt = until;
  try {
    while (now(world) < until) {
      const next = Math.min(until, agenda.nextAt() ?? until, dueAt, roundAt + ROUND * 1_000);
      clock.advance(Math.max(0, next - now(world)) / 1_000);
      for (let act = agenda.take(now(world)); act; act = agenda.take(now(world))) await act();
      const isDue = now(world) >= Math.min(dueAt, roundAt + ROUND * 1_000);
      if (hasMoved || isDue) {
        hasMoved = false;
        roundAt = now(world);
        await house.second();
        await judge(world);
        dueAt = (await nextDue(world)) ?? until;
      }
      for (const chatId of rings) await ring(world, chatId);
      rings.clear();
    }
  } finally {
    for (const end of unsubscribe) end();
  }
}

/** When the next step of a chain, a form or the end of an offer is due. */
async function nextDue({ house, clock }: World): Promise<number | undefined> {
  const { rows } = await fragment<{ at: Date | null }>`
    select min(at) as at from (
      select next_step_at as at from chats where state = 'waiting'
      union all select form_offer_at from chats where state = 'waiting'
      union all select expires_at from transfers
    ) due where at > ${clock.now()}
  `.execute(house.parts.database.sql);
  return rows[0]?.at?.getTime();
}

/** At every moment: nobody has more chats than their limit allows. */
async function judge({ house, broken, clock }: World): Promise<void> {
  const { rows } = await fragment<{ username: string }>`
    select a.username from chats c join accounts a on a.id = c.owner_id
    where c.state = 'active' group by a.id having count(*) > a.max_chats
  `.execute(house.parts.database.sql);
  for (const { username } of rows)
    broken.push(`${username} had more chats than their limit at ${clock.now().toISOString()}`);
}
