// The bare reference: sockets, one statement for all that arrived since the last commit, and the
// answer after the commit. No actors, no rights, no repeats, no acknowledgements: what this machine
// could do if Carrel had nothing else to do.
import { once } from 'node:events';
import pg from 'pg';
import { type WebSocket, WebSocketServer } from 'ws';
import {
  type EmbeddedDatabase,
  startEmbedded,
} from '../../server/platform/database/embedded/index.ts';
import { obey } from '../processes/obey.ts';

export interface GroupedCommitOrders {
  start(details: { port: number; dataFolder: string }): Promise<void>;
  stop(details: null): Promise<void>;
}

interface Arrival {
  readonly chat: number;
  readonly from: string;
  readonly body: string;
  readonly raw: string;
  readonly socket: WebSocket;
}

const TABLES = `
  create table chats (id int primary key, last_seq int not null default 0);
  insert into chats select generate_series(0, 5000);
  create table messages (
    chat_id int not null, seq int not null, client_id uuid not null default gen_random_uuid(),
    sender text, body text, sent_at timestamptz default now(),
    primary key (chat_id, seq), unique (chat_id, client_id)
  )`;

const STORE = `
  with arrived as (
    select c, s, t, n from unnest($1::int[], $2::text[], $3::text[]) with ordinality as u (c, s, t, n)
  ),
  locked as (
    select id, last_seq from chats where id in (select c from arrived) order by id for update
  ),
  numbered as (
    select c, s, t, last_seq + row_number() over (partition by c order by n) as seq
    from arrived join locked on id = c
  ),
  moved as (
    update chats set last_seq = m.seq
    from (select c, max(seq) as seq from numbered group by c) m where chats.id = m.c
  )
  insert into messages (chat_id, seq, sender, body) select c, seq, s, t from numbered`;

const rooms = new Map<number, Set<WebSocket>>();
let queue: Arrival[] = [];
let isStoring = false;
let pool: pg.Pool;
let embedded: EmbeddedDatabase;

obey<GroupedCommitOrders>({
  async start({ port, dataFolder }) {
    const log = { info: () => undefined, warn: () => undefined };
    embedded = await startEmbedded({ dataFolder, log });
    pool = new pg.Pool({ ...embedded.connection, max: 1 });
    await pool.query(TABLES);
    const sockets = new WebSocketServer({ host: '127.0.0.1', port, perMessageDeflate: false });
    sockets.on('connection', (socket, request) => enter(socket, Number(request.url?.slice(1))));
    await once(sockets, 'listening');
  },
  async stop() {
    await pool.end();
    await embedded.stop();
  },
});

function enter(socket: WebSocket, chat: number): void {
  const room = rooms.get(chat) ?? new Set();
  rooms.set(chat, room.add(socket));
  socket.on('close', () => room.delete(socket));
  socket.on('message', (data) => {
    const raw = String(data);
    const { from, body } = JSON.parse(raw) as { from: string; body: string };
    queue.push({ chat, from, body, raw, socket });
    if (!isStoring) setImmediate(store);
  });
}

async function store(): Promise<void> {
  if (isStoring || queue.length === 0) return;
  isStoring = true;
  const batch = queue;
  queue = [];
  await pool.query({
    name: 'store',
    text: STORE,
    values: [
      batch.map(({ chat }) => chat),
      batch.map(({ from }) => from),
      batch.map(({ body }) => body),
    ],
  });
  for (const { chat, raw, socket } of batch) {
    for (const listener of rooms.get(chat) ?? []) if (listener !== socket) listener.send(raw);
  }
  isStoring = false;
  if (queue.length > 0) setImmediate(store);
}
