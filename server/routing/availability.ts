import type { Availability } from '#protocol/widgets.ts';
import type { Parts } from '../platform/parts.ts';
import { findWidget, type StoredWidget } from '../widgets/index.ts';
import { judgeAvailability } from './decide.ts';
import { knownWidgets } from './known-widgets.ts';
import { readNetwork } from './read-network.ts';
import { type Network, resolveChain } from './resolve-chain.ts';

/** How old an answer may be. Library pages poll twice a minute; a second makes no difference to them. */
const FRESH_MS = 1_000;

export interface AvailabilityBoard {
  /** Undefined when there is no such widget. */
  read(widgetId: string): Promise<Availability | undefined>;
}

/** One look at who is there, and what it means for the widgets that were asked for since. */
interface Look {
  readonly network: Network;
  readonly answers: Map<StoredWidget, Availability>;
}

/**
 * Whether a question would find somebody now. One look at who is there serves every widget for a
 * second, so that a thousand polling pages cost the database three queries.
 */
export function availabilityBoard({ database, clock, bus }: Parts): AvailabilityBoard {
  const widgetOf = knownWidgets(
    (widgetId) => findWidget(database.sql, widgetId),
    () => performance.now(),
  );
  let look: Promise<Look> | undefined;
  let lookedAt = -Infinity;
  bus.subscribe('operator', () => {
    lookedAt = -Infinity;
  });

  function lookNow(): Promise<Look> {
    const now = performance.now();
    if (look && now - lookedAt < FRESH_MS) return look;
    lookedAt = now;
    look = readNetwork(database.sql, clock.now()).then((network) => ({
      network,
      answers: new Map(),
    }));
    look.catch(() => {
      look = undefined;
    });
    return look;
  }

  return {
    async read(widgetId) {
      const widget = await widgetOf(widgetId);
      if (!widget) return undefined;
      const { network, answers } = await lookNow();
      let answer = answers.get(widget);
      if (!answer) {
        answer = judgeAvailability(resolveChain(network, widget), network);
        answers.set(widget, answer);
      }
      return answer;
    },
  };
}
