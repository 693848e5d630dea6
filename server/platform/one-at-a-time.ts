/**
 * Work that is done again whenever it is asked for, and never twice at once: asked for while it runs,
 * it runs once more afterwards, however often it was asked.
 *
 * @returns asks for it; resolves when what was asked for so far is done, rejects with what it throws
 */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isAskedAgain = false;

  async function run(): Promise<void> {
    try {
      do {
        isAskedAgain = false;
        await work();
      } while (isAskedAgain);
    } finally {
      running = undefined;
    }
  }

  return () => {
    isAskedAgain = true;
    running ??= run();
    return running;
  };
}
