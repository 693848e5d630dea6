import { dataFolder, withDatabase } from '../data.ts';
import type { IdlePatronOrders } from '../load/idle-patrons.ts';
import type { CarrelOrders, Memory } from '../processes/carrel.ts';
import { freePort } from '../processes/free-port.ts';
import { launch } from '../processes/launch.ts';
import { SERVER_FLAGS } from '../processes/server-flags.ts';
import { pause, type Row } from '../row.ts';
import { seedWaiting } from '../seed.ts';

const BUDGET_KILOBYTES = 18;
/** Let in and out again before the first look, so that what a server needs but once is there already. */
const WARM_UP = 500;
/** Two rounds of pings and leases: by then nothing of the arrival is left. */
const SETTLE_MS = 11_000;

/** What one more patron costs who has a chat open and says nothing. */
export const memory: Row = {
  name: 'memory',
  async measure({ quick, say }) {
    const patrons = quick ? 2_000 : 5_000;
    say(`memory: ${patrons} patrons are let in and say nothing`);
    const folder = dataFolder('idle');
    const tokens = await withDatabase(folder, (parts) => seedWaiting(parts, patrons));
    const port = await freePort();
    const server = launch<CarrelOrders>('processes/carrel.ts', {
      env: { CARREL_DATA: folder, PORT: String(port), TRUSTED_PROXIES: '127.0.0.1' },
      nodeFlags: [...SERVER_FLAGS, '--expose-gc'],
    });
    await server.ask('start', null);
    const clients = launch<IdlePatronOrders>('load/idle-patrons.ts', {});

    await clients.ask('connect', { port, tokens: tokens.slice(0, WARM_UP) });
    await clients.ask('leave', null);
    const before = await readSettled(server);
    await clients.ask('connect', { port, tokens });
    const after = await readSettled(server);

    await clients.end();
    await server.ask('stop', null);
    await server.end();
    const each = (of: keyof Memory) => (after[of] - before[of]) / patrons / 1_024;
    const standing = each('asItStands');
    return [
      {
        what: 'memory for an idle patron connection',
        budget: `<= ${BUDGET_KILOBYTES} KB`,
        measured: `${standing.toFixed(1)} KB (after a full collection: ${each('kept').toFixed(1)})`,
        isMet: standing <= BUDGET_KILOBYTES,
        figures: { patrons, before, after },
      },
    ];
  },
};

async function readSettled(server: ReturnType<typeof launch<CarrelOrders>>): Promise<Memory> {
  await pause(SETTLE_MS);
  return server.ask('readMemory', null);
}
