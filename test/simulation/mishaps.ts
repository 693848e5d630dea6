import { removeCoopAccount } from '#protocol/coop-accounts.ts';
import { removeCoopInstitution } from '#protocol/coops.ts';
import { deleteQueue, restoreQueue } from '#protocol/queue-administration.ts';
import { changeWidget } from '#protocol/widgets.ts';
import type { Answered } from '../driven-house.ts';
import { now, type World } from './world.ts';

const HOUR = 3_600_000;

/** What happens while people chat: somebody is removed, a library leaves, a queue and a chain are changed. */
export function planMishaps(world: World, hours: number): void {
  const { agenda, town } = world;
  const at = (share: number, act: () => Promise<void>) =>
    agenda.at(now(world) + share * hours * HOUR, act);
  const [first, second, third, fourth] = town.libraries;
  if (!first || !second || !third || !fourth) return;
  const { coopId } = town;

  // Whoever is at the desk with most to do.
  at(0.3, async () => {
    const busy = await world.house.parts.database.sql
      .selectFrom('chats')
      .innerJoin('heldLevels', 'heldLevels.accountId', 'chats.ownerId')
      .where('chats.state', '=', 'active')
      .select('heldLevels.accountId')
      .limit(1)
      .executeTakeFirst();
    if (!busy) return;
    const params = { coopId, accountId: busy.accountId };
    await asOwner(world, (caller) =>
      world.house.call(removeCoopAccount, { params, query: undefined, body: undefined }, caller),
    );
  });
  at(0.45, async () => {
    const params = { coopId, institutionId: first.id };
    await asOwner(world, (caller) =>
      world.house.call(
        removeCoopInstitution,
        { params, query: undefined, body: undefined },
        caller,
      ),
    );
  });
  const params = { queueId: second.queueId };
  at(0.5, () =>
    asOwner(world, (caller) =>
      world.house.call(deleteQueue, { params, query: undefined, body: undefined }, caller),
    ),
  );
  at(0.6, () =>
    asOwner(world, (caller) =>
      world.house.call(restoreQueue, { params, query: undefined, body: undefined }, caller),
    ),
  );
  at(0.7, async () => {
    const body = { chain: [{ coopId, waitSeconds: 30 }] };
    const widget = { widgetId: third.widgetId };
    await asOwner(world, (caller) =>
      world.house.call(changeWidget, { params: widget, query: undefined, body }, caller),
    );
  });
  at(0.8, async () => {
    const body = { chain: [{ queueId: fourth.queueId, waitSeconds: 15 }] };
    const widget = { widgetId: fourth.widgetId };
    await asOwner(world, (caller) =>
      world.house.call(changeWidget, { params: widget, query: undefined, body }, caller),
    );
  });
}

async function asOwner(
  world: World,
  act: (
    caller: Awaited<ReturnType<World['house']['staff']>>,
  ) => Promise<Pick<Answered<never>, 'status' | 'code'>>,
): Promise<void> {
  const { status, code } = await act(await world.house.staff(world.town.ownerId));
  if (status >= 400) world.broken.push(`The owner was answered with ${status} ${code}`);
}
