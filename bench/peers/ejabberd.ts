import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { PAIRS } from '../contenders.ts';
import { median } from '../figures.ts';
import type { XmppTalkOrders } from '../load/xmpp-talk.ts';
import { launch } from '../processes/launch.ts';
import type { Plan } from '../row.ts';
import { RECORDED } from './recorded.ts';
import { runEjabberd } from './run-ejabberd.ts';

export interface PeerSpeed {
  /** Measured in this run. */
  readonly isFresh: boolean;
  /** Of the measurement, as YYYY-MM-DD. */
  readonly date: string;
  readonly deliveredPerSecond: number;
}

const PACKAGES = ['ejabberd', 'erlang-p1-pgsql', 'postgresql'];
const ROUNDS = 5;

/** Measures ejabberd where that was asked for and is possible; else answers the last record. */
export async function measureEjabberd({ peers, say }: Plan): Promise<PeerSpeed> {
  if (!peers) return { ...RECORDED, isFresh: false };
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    say('ejabberd: can be installed by root on Debian alone; its last record is shown');
    return { ...RECORDED, isFresh: false };
  }
  say('ejabberd: is installed with apt-get, and measured');
  install();
  const ejabberd = await runEjabberd();
  const clients = launch<XmppTalkOrders>('load/xmpp-talk.ts', {});
  try {
    await clients.ask('connect', { port: ejabberd.port, pairs: PAIRS });
    await clients.ask('round', { seconds: 3, perSecond: null });
    const speeds: number[] = [];
    for (let n = 0; n < ROUNDS; n++) {
      const round = await clients.ask('round', { seconds: 4, perSecond: null });
      speeds.push(round.deliveredPerSecond);
    }
    const date = new Date().toISOString().slice(0, 10);
    return { isFresh: true, date, deliveredPerSecond: median(speeds) };
  } finally {
    await clients.end();
    await ejabberd.stop();
  }
}

function install(): void {
  if (existsSync('/usr/share/ejabberd/sql/pg.sql') && existsSync('/usr/lib/postgresql')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const args = ['install', '-y', '-q', '--no-install-recommends', ...PACKAGES];
  execFileSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}
