import type { TransferTargets } from '#protocol/transfers.ts';
import { isOpen } from '../../institutions/index.ts';
import type { Queries } from '../../platform/database/index.ts';
import { isQueueOnline, type Network, readNetwork } from '../../routing/index.ts';

interface Sender {
  readonly accountId: string;
}

export type QueueTargets = Pick<TransferTargets, 'queues' | 'coops'> & {
  readonly network: Network;
};

/**
 * Where a chat may be passed on to: queues of its own library, and the co-ops that the sender has a
 * level in and its library belongs to, with their queues. A co-op that does not answer for the library
 * at this hour is named, and its queues are not.
 */
export async function findQueueTargets(
  sql: Queries,
  sender: Sender,
  homeId: string,
  now: Date,
): Promise<QueueTargets> {
  const network = await readNetwork(sql, now);
  const coops = await sql
    .selectFrom('heldLevels')
    .innerJoin('coops', 'coops.id', 'heldLevels.coopId')
    .innerJoin('coopInstitutions', 'coopInstitutions.coopId', 'coops.id')
    .where('heldLevels.accountId', '=', sender.accountId)
    .where('coopInstitutions.institutionId', '=', homeId)
    .select(['coops.id', 'coops.name', 'coopInstitutions.coverage'])
    .orderBy('coops.name')
    .execute();
  const covered = coops.filter(({ coverage }) => isOpen(coverage, now)).map(({ id }) => id);
  const queues = await sql
    .selectFrom('queues')
    .leftJoin('institutions', 'institutions.id', 'queues.institutionId')
    .leftJoin('coops', 'coops.id', 'queues.coopId')
    .where('queues.deletedAt', 'is', null)
    .where('queues.kind', '!=', 'practice')
    .where((eb) =>
      eb.or([
        eb('queues.institutionId', '=', homeId),
        ...(covered.length > 0 ? [eb('queues.coopId', 'in', covered)] : []),
      ]),
    )
    .select(['queues.id', 'queues.name', 'queues.coopId'])
    .select(({ fn }) =>
      fn.coalesce('institutions.name', 'coops.name').$castTo<string>().as('ownerName'),
    )
    .orderBy('queues.name')
    .execute();

  const isOnline = (queueId: string) => isQueueOnline(network.queues.get(queueId), now);
  return {
    network,
    queues: onlineFirst(
      queues.map(({ id, ...queue }) => ({ ...queue, queueId: id, isOnline: isOnline(id) })),
    ),
    coops: onlineFirst(
      coops.map(({ id, name }) => ({
        coopId: id,
        name,
        isCovered: covered.includes(id),
        isOnline:
          covered.includes(id) && queues.some((queue) => queue.coopId === id && isOnline(queue.id)),
      })),
    ),
  };
}

function onlineFirst<Item extends { readonly isOnline: boolean }>(items: readonly Item[]): Item[] {
  return items.toSorted((one, other) => Number(other.isOnline) - Number(one.isOnline));
}
