import type { StoredWidget } from '../widgets/index.ts';

/** Widgets change seldom, and a change may take a moment to show. */
const FRESH_MS = 10_000;
/** Kept in mind at most, of those that there are and of those that there are not. */
const MOST = 10_000;

/** Undefined when there is no such widget. */
export type FindWidget = (widgetId: string) => Promise<StoredWidget | undefined>;

/**
 * Remembers widgets for a few seconds. Ids of no widget are remembered apart: a flood of them, made up
 * by a stranger, pushes no library's own widget out. Who asks while the same is looked for waits along.
 * `now` in milliseconds, never backwards.
 */
export function knownWidgets(find: FindWidget, now: () => number): FindWidget {
  const present = new Map<string, { readonly widget: StoredWidget; readonly at: number }>();
  const absent = new Map<string, number>();
  const searches = new Map<string, Promise<StoredWidget | undefined>>();
  const isFresh = (at: number | undefined) => at !== undefined && now() - at < FRESH_MS;

  async function search(widgetId: string): Promise<StoredWidget | undefined> {
    const widget = await find(widgetId);
    if (widget) {
      if (present.size >= MOST) present.clear();
      present.set(widgetId, { widget, at: now() });
      absent.delete(widgetId);
      return widget;
    }
    if (absent.size >= MOST) absent.clear();
    absent.set(widgetId, now());
    present.delete(widgetId);
    return undefined;
  }

  return async (widgetId) => {
    const known = present.get(widgetId);
    if (known && isFresh(known.at)) return known.widget;
    if (isFresh(absent.get(widgetId))) return undefined;
    const underWay = searches.get(widgetId);
    if (underWay) return underWay;
    const searching = search(widgetId).finally(() => searches.delete(widgetId));
    searches.set(widgetId, searching);
    return searching;
  };
}
