import { isIdle } from './is-idle.ts';

/** The last touch in any tab of this browser: a desk behind another page of Carrel is not idle. */
const KEY = 'carrel.presence.touchedAt';
const LOOK_MILLISECONDS = 10_000;
/** Tabs tell each other of touches at most so often. */
const TELL_MILLISECONDS = 5_000;
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Calls `onIdle` at every look from the moment on at which nobody has touched Carrel for so long. Answers how to stop. */
export function watchIdle(minutes: number, onIdle: () => void): () => void {
  let touchedAt = Date.now();
  let toldAt = 0;
  const touch = () => {
    touchedAt = Date.now();
    if (touchedAt - toldAt < TELL_MILLISECONDS) return;
    toldAt = touchedAt;
    tell(touchedAt);
  };
  const look = () => {
    if (isIdle(minutes, Math.max(touchedAt, told()), Date.now())) onIdle();
  };
  const timer = setInterval(look, LOOK_MILLISECONDS);
  for (const kind of TOUCHES) addEventListener(kind, touch, { capture: true, passive: true });
  return () => {
    clearInterval(timer);
    for (const kind of TOUCHES) removeEventListener(kind, touch, { capture: true });
  };
}

function tell(touchedAt: number): void {
  try {
    localStorage.setItem(KEY, String(touchedAt));
  } catch {
    // Without storage each tab counts for itself.
    return;
  }
}

function told(): number {
  try {
    return Number(localStorage.getItem(KEY));
  } catch {
    return 0;
  }
}
