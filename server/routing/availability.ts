import type { Availability } from '#protocol/widgets.ts';
import type { ResolvedChainStep } from '../platform/database/index.ts';
import type { Parts } from '../platform/parts.ts';
import { type QueuePresence, readQueuePresence } from '../presence/index.ts';
import { findWidget } from '../widgets/index.ts';
import { resolveChain } from './resolve-chain.ts';

/** How old an answer may be. Library pages poll twice a minute; a second makes no difference to them. */
const FRESH_MS = 1_000;
/** Chains change seldom, and a change may take a moment to show. */
const CHAIN_FRESH_MS = 10_000;
/** Widgets kept in mind at most. */
const MOST_WIDGETS = 10_000;

export interface AvailabilityBoard {
  /** Undefined when there is no such widget. */
  read(widgetId: string): Promise<Availability | undefined>;
}

interface Entry {
  chain: ResolvedChainStep[] | undefined;
  chainAt: number;
}

/**
 * Whether a question would find somebody now. One look at who is there serves every widget for a
 * second, so that a thousand polling pages cost the database one query.
 */
export function availabilityBoard({ database, clock, bus }: Parts): AvailabilityBoard {
  const widgets = new Map<string, Entry>();
  let presence: Promise<Map<string, QueuePresence>> | undefined;
  let presenceAt = -Infinity;
  bus.subscribe('operator', () => {
    presenceAt = -Infinity;
  });

  function presenceNow(): Promise<Map<string, QueuePresence>> {
    const now = performance.now();
    if (presence && now - presenceAt < FRESH_MS) return presence;
    presenceAt = now;
    presence = readQueuePresence(database.sql, clock.now()).then(
      (queues) => new Map(queues.map((queue) => [queue.queueId, queue])),
    );
    presence.catch(() => {
      presence = undefined;
    });
    return presence;
  }

  async function chainOf(widgetId: string): Promise<ResolvedChainStep[] | undefined> {
    const now = performance.now();
    const known = widgets.get(widgetId);
    if (known && now - known.chainAt < CHAIN_FRESH_MS) return known.chain;
    const widget = await findWidget(database.sql, widgetId);
    const chain = widget && (await resolveChain(database.sql, widget));
    if (widgets.size >= MOST_WIDGETS) widgets.clear();
    widgets.set(widgetId, { chain, chainAt: now });
    return chain;
  }

  return {
    async read(widgetId) {
      const chain = await chainOf(widgetId);
      if (!chain) return undefined;
      return judge(chain, await presenceNow());
    },
  };
}

/** Online: somebody would be offered a chat. Away: somebody is there, and nobody is available. */
function judge(
  chain: readonly ResolvedChainStep[],
  presence: Map<string, QueuePresence>,
): Availability {
  const queues = chain.flatMap(({ queueIds }) => queueIds.map((queueId) => presence.get(queueId)));
  const online = queues.some((queue) => queue !== undefined && queue.operatorsOn > 0);
  const away = !online && queues.some((queue) => queue !== undefined && queue.operatorsThere > 0);
  return { online, away };
}
