import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Desk } from '#protocol/desk.ts';
import type { Background } from '../platform/background.ts';
import type { Parts } from '../platform/parts.ts';
import type { Peer } from '../platform/socket/peer.ts';
import { departed, diffDesks } from './diff-desks.ts';
import { readDesks } from './read-desks.ts';
import { readOwnerNames } from './store.ts';

/** One page of the desk, open in this process. */
export interface OpenDesk {
  readonly peer: Peer;
  readonly pageId: string;
  readonly accountId: string;
  readonly sessionId: string;
  /** What was sent last. */
  shown: Desk | undefined;
}

export interface LiveDesks {
  open(desk: OpenDesk): void;
  close(desk: OpenDesk): void;
  /** Pages whose leases this process renews. */
  pages(): readonly OpenDesk[];
  /** Looks again at all desks, soon. */
  refresh(): void;
  stop(): void;
}

/** Changes that come together are shown together; a person sees no difference. */
const GATHER_MS = 15;
/** Without any hint: what another process changed, or a hint that was lost, shows by then. */
const LOOK_ANYWAY_MS = 5_000;

/** Keeps every open desk of this process as the database has it. */
export function liveDesks({ database, clock, bus }: Parts, background: Background): LiveDesks {
  const desks = new Set<OpenDesk>();
  let timer: NodeJS.Timeout | undefined;
  let looking = false;
  let lookAgain = false;

  function refresh(): void {
    if (looking) lookAgain = true;
    else timer ??= setTimeout(look, GATHER_MS);
  }

  function look(): void {
    timer = undefined;
    if (desks.size === 0) return;
    looking = true;
    lookAgain = false;
    const looked = showAll().finally(() => {
      looking = false;
      if (lookAgain) refresh();
    });
    background.begin(looked);
  }

  async function showAll(): Promise<void> {
    const open = [...desks];
    const accountIds = [...new Set(open.map(({ accountId }) => accountId))];
    const now = await readDesks(database.sql, accountIds, clock.now());
    const left = open.flatMap(({ shown, accountId }) => {
      const desk = now.get(accountId);
      return desk ? departed(shown, desk) : [];
    });
    const owners = await readOwnerNames(database.sql, [...new Set(left)]);
    for (const desk of open) {
      await nextTurn();
      const next = now.get(desk.accountId);
      // A desk that closed while the database was asked gets nothing.
      if (!next || !desks.has(desk)) continue;
      for (const frame of diffDesks(desk.shown, next, (id) => owners.get(id)))
        desk.peer.send(frame);
      desk.shown = next;
    }
  }

  const unsubscribe = [
    bus.subscribe('operator', refresh),
    bus.subscribe('chat', ({ movesDesks }) => {
      if (movesDesks) refresh();
    }),
  ];
  const anyway = setInterval(refresh, LOOK_ANYWAY_MS);
  anyway.unref();

  return {
    open(desk) {
      desks.add(desk);
      refresh();
    },
    close: (desk) => void desks.delete(desk),
    pages: () => [...desks],
    refresh,
    stop() {
      clearInterval(anyway);
      clearTimeout(timer);
      for (const end of unsubscribe) end();
      desks.clear();
    },
  };
}
