/** Work that no caller waits for, and that a stopping process does wait for. */
export interface Background {
  begin(work: Promise<unknown>): void;
  /** Resolves when all that was begun is over, and what it began in turn. */
  settled(): Promise<void>;
}

export function background(onError: (error: unknown) => void): Background {
  const running = new Set<Promise<unknown>>();
  return {
    begin(work) {
      const watched: Promise<unknown> = work.catch(onError).finally(() => running.delete(watched));
      running.add(watched);
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
