import type { Orders, Question, Reply } from './orders.ts';

/** The child's side: does what it is told, and ends when the benchmark that started it is gone. */
export function obey<Names extends Orders<Names>>(orders: Names): void {
  const known = new Map(Object.entries<(details: never) => unknown>(orders));

  process.on('message', (question: Question) => {
    void answer(known, question).then((reply) => process.send?.(reply));
  });
  process.on('disconnect', () => process.exit(0));
}

async function answer(
  orders: ReadonlyMap<string, (details: never) => unknown>,
  { n, order, details }: Question,
): Promise<Reply> {
  try {
    return { n, answer: await orders.get(order)?.(details as never) };
  } catch (error) {
    return { n, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
