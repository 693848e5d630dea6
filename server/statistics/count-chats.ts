import type { Parts } from '../platform/parts.ts';
import { addUp, markCounted, takeUncounted } from './count-store.ts';

/** Chats of one transaction: long ones hold others up who rate or resolve a chat just then. */
const BATCH = 200;
/** Then it is somebody else's turn on this connection; the rest a second later. */
const BATCHES_A_ROUND = 20;

/**
 * Takes closed chats into the figures and into the search, and those again of which what is counted
 * has changed. Every process may do it; what one was killed in the midst of is done by the next.
 * Answers how many chats it were.
 */
export async function countChats({ database, clock }: Parts): Promise<number> {
  let counted = 0;
  for (let batch = 0; batch < BATCHES_A_ROUND; batch += 1) {
    const taken = await database.sql.transaction().execute(async (sql) => {
      const chats = await takeUncounted(sql, BATCH);
      if (chats.length === 0) return 0;
      // Practice is in nobody's figures.
      const real = chats.filter(({ practisedBy }) => practisedBy === null);
      if (real.length > 0)
        await addUp(
          sql,
          real.map(({ id }) => id),
        );
      await markCounted(
        sql,
        chats.map(({ id }) => id),
        clock.now(),
      );
      return chats.length;
    });
    counted += taken;
    if (taken < BATCH) break;
  }
  return counted;
}
