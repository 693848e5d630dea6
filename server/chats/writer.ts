import type pg from 'pg';
import type { Clock } from '../platform/clock.ts';

/** One message or note, as it came in. */
export interface Posting {
  readonly chatId: string;
  /** p: patron, s: staff. */
  readonly actorKind: 'p' | 's';
  /** Null for a patron: the token says the chat, and the chat has one patron. */
  readonly actorId: string | null;
  readonly clientId: string;
  readonly note: boolean;
  readonly text: string;
}

/** What the database said of it. Only `stored` and `repeat` have numbers. */
export interface Posted {
  readonly verdict: 'stored' | 'repeat' | 'conflict' | 'closed' | 'forbidden' | 'unknown';
  readonly seq: number;
  readonly patronSeq: number | null;
  readonly at: Date;
}

export interface MessageWriter {
  /** Resolves after the commit. Rejects when it is not known whether there was one: send it again. */
  post(posting: Posting): Promise<Posted>;
  /** Resolves when all that was posted so far is stored or rejected, and those who posted were told. */
  drain(): Promise<void>;
}

interface Waiting {
  readonly posting: Posting;
  readonly resolve: (posted: Posted) => void;
  readonly reject: (error: unknown) => void;
}

interface Row {
  readonly n: number;
  readonly seq: number;
  readonly patron_seq: number | null;
  readonly verdict: Posted['verdict'];
  readonly first_at: Date | null;
}

/** Keeps one commit well under a tick of the event loop, and its parameters under some megabytes. */
const BATCH = { postings: 1_000, characters: 2_000_000 } as const;

/**
 * The grouped commit: all that arrived while the last commit was under way is stored together by the
 * next one. One commit at a time per process; several processes may write at once.
 */
export function messageWriter({ pool, clock }: { pool: pg.Pool; clock: Clock }): MessageWriter {
  let queue: Waiting[] = [];
  let running: Promise<void> | undefined;

  async function run(): Promise<void> {
    while (queue.length > 0) {
      const { batch, rest } = takeBatch(queue);
      queue = rest;
      await store(batch);
    }
    running = undefined;
  }

  async function store(batch: readonly Waiting[]): Promise<void> {
    const at = clock.now();
    try {
      const rows = await call(pool, batch, at);
      for (const row of rows) batch[row.n - 1]?.resolve(posted(row, at));
    } catch (error) {
      if (batch.length === 1 || !isStatementError(error)) {
        for (const waiting of batch) waiting.reject(error);
        return;
      }
      // One of them is at fault, and the others shall not suffer for it.
      for (const waiting of batch) await store([waiting]);
    }
  }

  return {
    post(posting) {
      return new Promise((resolve, reject) => {
        queue.push({ posting, resolve, reject });
        // Not at once: frames that lie in the same read of the socket belong to the same commit.
        running ??= new Promise<void>((begin) => setImmediate(begin)).then(run);
      });
    },
    async drain() {
      await running;
      // Whoever posted answers its client before whoever waits here ends the connections.
      await new Promise((done) => setImmediate(done));
    },
  };
}

/** As many as fit; a client id that is in the batch already waits for the next, where it is a repeat. */
function takeBatch(queue: Waiting[]): { batch: Waiting[]; rest: Waiting[] } {
  const batch: Waiting[] = [];
  const rest: Waiting[] = [];
  const taken = new Set<string>();
  let characters = 0;
  for (const waiting of queue) {
    const { clientId, text } = waiting.posting;
    const full = batch.length >= BATCH.postings || characters >= BATCH.characters;
    if (full || taken.has(clientId)) {
      rest.push(waiting);
      continue;
    }
    taken.add(clientId);
    characters += text.length;
    batch.push(waiting);
  }
  return { batch, rest };
}

async function call(pool: pg.Pool, batch: readonly Waiting[], at: Date): Promise<Row[]> {
  const postings = batch.map(({ posting }) => posting);
  const { rows } = await pool.query<Row>({
    name: 'post_messages',
    text: 'select * from post_messages($1, $2, $3, $4, $5, $6, $7)',
    values: [
      postings.map((posting) => posting.chatId),
      postings.map((posting) => posting.actorKind),
      postings.map((posting) => posting.actorId),
      postings.map((posting) => posting.clientId),
      postings.map((posting) => posting.note),
      postings.map((posting) => posting.text),
      at,
    ],
  });
  return rows;
}

function posted(row: Row, at: Date): Posted {
  return {
    verdict: row.verdict,
    seq: row.seq,
    patronSeq: row.patron_seq,
    at: row.first_at ?? at,
  };
}

/** PostgreSQL refused the statement itself; classes 08, 53, 57 and 58 are about its health instead. */
function isStatementError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^[0-9A-Z]{5}$/.test(code) && !/^(08|53|57|58|40)/.test(code);
}
