import { setTimeout as wait } from 'node:timers/promises';
import { sql as fragment } from 'kysely';
import { drivenClock } from '../clock.ts';
import type { TestServer } from '../database/template.ts';
import { ANY_NUMBER, driveHouse, type House } from '../driven-house.ts';
import { seededRandom } from '../random.ts';
import { makeAgenda } from './agenda.ts';
import { arrivals } from './demand.ts';
import { drive } from './drive.ts';
import { type Figures, readFigures } from './figures.ts';
import { findBroken } from './laws.ts';
import { planMishaps } from './mishaps.ts';
import { arrive, leave } from './patrons.ts';
import { planShifts } from './shifts.ts';
import type { Size } from './size.ts';
import { makeTown } from './town.ts';
import { now, type World } from './world.ts';

export interface Outcome {
  readonly figures: Figures;
  readonly counts: World['counts'];
  /** Empty: no chat was lost, no limit passed, no law broken. */
  readonly broken: readonly string[];
}

const HOUR = 3_600_000;
const TOO_MANY = 429;
const RETRY_MS = 100;

/**
 * Days of a co-op against the server as it runs in production, on an empty database and a clock of
 * its own: patrons who ask by the hour of the week and lose patience, operators on shifts who claim,
 * answer, pass on, pause and vanish, and an owner who changes things meanwhile.
 *
 * `onHour`: called after every simulated hour, with the hours that passed.
 */
export async function simulate(
  connection: TestServer,
  size: Size,
  onHour: (hours: number) => void,
): Promise<Outcome> {
  const clock = drivenClock();
  const random = seededRandom(size.seed);
  const house = patient(await driveHouse({ connection, clock, frameRate: ANY_NUMBER }));
  const { sql } = house.parts.database;
  try {
    const world: World = {
      house,
      clock,
      random,
      agenda: makeAgenda(),
      town: await makeTown(sql, random, size),
      visits: new Map(),
      sittings: new Map(),
      broken: [],
      counts: { lostRaces: 0, transfers: 0, vanished: 0 },
    };
    // As PostgreSQL does by itself within a minute, which here is over before that.
    await fragment`analyze`.execute(sql);
    const from = now(world);
    const { chats, hours } = size;
    for (const { time, library } of arrivals(world.town.libraries, { chats, from, hours }, random))
      world.agenda.at(time, () => arrive(world, library));
    planShifts(world, size);
    planMishaps(world, hours);

    for (let hour = 1; hour <= hours; hour += 1) {
      await drive(world, from + hour * HOUR);
      onHour(hour);
    }
    await endAll(world);
    const broken = [
      ...world.broken,
      ...(await findBroken(sql, world.visits.size)),
      ...house.errors.map((error) => `Something failed unseen: ${String(error)}`),
    ];
    return { figures: await readFigures(sql), counts: world.counts, broken };
  } finally {
    await house.stop();
  }
}

/** Limits count real seconds, and an hour passes here in a few of them: told to wait, it waits. */
function patient(house: House): House {
  return {
    ...house,
    async call(endpoint, input, caller) {
      let answer = await house.call(endpoint, input, caller);
      while (answer.status === TOO_MANY) {
        await wait(RETRY_MS);
        answer = await house.call(endpoint, input, caller);
      }
      return answer;
    },
  };
}

/** Nobody comes any more: those who talk finish, and who still waits goes home. */
async function endAll(world: World): Promise<void> {
  const { sql } = world.house.parts.database;
  await drive(world, now(world) + 2 * HOUR);
  const open = await sql.selectFrom('chats').select('id').where('state', '!=', 'closed').execute();
  for (const { id } of open) {
    const visit = world.visits.get(id);
    if (visit) await leave(world, visit);
  }
  await drive(world, now(world) + 2 * HOUR);
}
