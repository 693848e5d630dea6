import type { Availability } from '#protocol/widgets.ts';
import type { Parts } from '../platform/parts.ts';
import { findWidget, type StoredWidget } from '../widgets/index.ts';
import { judgeAvailability } from './decide.ts';
import { readNetwork } from './read-network.ts';
import { type Network, resolveChain } from './resolve-chain.ts';

/** How old an answer may be. Library pages poll twice a minute; a second makes no difference to them. */
const FRESH_MS = 1_000;
/** Widgets change seldom, and a change may take a moment to show. */
const WIDGET_FRESH_MS = 10_000;
/** Widgets kept in mind at most. */
const MOST_WIDGETS = 10_000;

export interface AvailabilityBoard {
  /** Undefined when there is no such widget. */
  read(widgetId: string): Promise<Availability | undefined>;
}

interface Known {
  readonly widget: StoredWidget | undefined;
  readonly at: number;
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
  const widgets = new Map<string, Known>();
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

  async function widgetOf(widgetId: string): Promise<StoredWidget | undefined> {
    const now = performance.now();
    const known = widgets.get(widgetId);
    if (known && now - known.at < WIDGET_FRESH_MS) return known.widget;
    const widget = await findWidget(database.sql, widgetId);
    if (widgets.size >= MOST_WIDGETS) widgets.clear();
    widgets.set(widgetId, { widget, at: now });
    return widget;
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
