import { problem } from '../platform/problem.ts';

/** Seconds after which whoever was sent away may find a place. */
const TRY_AGAIN_AFTER = '3';

/**
 * Lets so many pieces of work run at once, and so many more wait for their turn, first come first
 * served; the rest is sent away before it has cost anything.
 *
 * @returns does a piece of work in its turn; throws too_many_requests with `Retry-After`
 */
export function takeTurns(
  atOnce: number,
  mostWaiting: number,
): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let running = 0;
  const waiting: (() => void)[] = [];

  return async (work) => {
    if (running < atOnce) running += 1;
    else if (waiting.length < mostWaiting) await new Promise<void>((turn) => waiting.push(turn));
    else throw busy();
    try {
      return await work();
    } finally {
      // Whoever is next takes over this place; it was never free.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}

function busy() {
  return problem(
    'too_many_requests',
    'Too many passwords are being checked at this moment. Try again in a few seconds.',
    undefined,
    { 'retry-after': TRY_AGAIN_AFTER },
  );
}
