import { useEffect, useState } from 'react';

const SECOND = 1_000;

/** Seconds left of `seconds`, counted down; begins again whenever `cause` is another one. */
export function useCountdown(seconds: number, cause: unknown): number {
  const [left, setLeft] = useState(seconds);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new cause with the same seconds counts anew.
  useEffect(() => {
    const end = Date.now() + seconds * SECOND;
    const tick = () => setLeft(Math.max(0, Math.ceil((end - Date.now()) / SECOND)));
    tick();
    const timer = setInterval(tick, SECOND);
    return () => clearInterval(timer);
  }, [seconds, cause]);

  return left;
}
