import type { Availability, WidgetAppearance } from '#protocol/widgets.ts';

/** Seconds between two looks, on average; a third more or less by chance, so that pages spread. */
const EVERY = 30;
const LONGEST_PAUSE = 300;

/**
 * Seconds until the next look. `failures`: looks in a row without an answer, `chance` from 0 to 1.
 */
export function pauseOf(failures: number, chance: number): number {
  return Math.min(LONGEST_PAUSE, EVERY * 2 ** failures) * (2 / 3 + (chance * 2) / 3);
}

/** Reads the widget's look once, then, as long as the page lives and is looked at, whether somebody is there. */
export function watchAvailability(
  url: string,
  tell: (news: WidgetAppearance | Availability) => void,
): void {
  let failures = 0;
  let known = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = 0;

  const look = async () => {
    plan(pauseOf(failures, Math.random()));
    try {
      const response = await fetch(`${url}/${known ? 'availability' : 'appearance'}`, {
        credentials: 'omit',
        cache: 'no-store',
      });
      if (!response.ok) throw new Error(String(response.status));
      tell(await response.json());
      known = true;
      failures = 0;
    } catch {
      failures += 1;
      plan(pauseOf(failures, Math.random()));
    }
  };

  const plan = (seconds: number) => {
    clearTimeout(timer);
    due = Date.now() + seconds * 1_000;
    timer = setTimeout(() => {
      if (!document.hidden) void look();
    }, seconds * 1_000);
  };

  const onVisible = () => {
    if (!document.hidden && Date.now() >= due) void look();
  };

  document.addEventListener('visibilitychange', onVisible);
  void look();
}
