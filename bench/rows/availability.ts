import { dataFolder, withDatabase } from '../data.ts';
import { median } from '../figures.ts';
import type { AvailabilityOrders } from '../load/availability.ts';
import type { CarrelOrders } from '../processes/carrel.ts';
import { freePort } from '../processes/free-port.ts';
import { launch } from '../processes/launch.ts';
import type { Row } from '../row.ts';
import { seedWidget } from '../seed.ts';

const BUDGET_PER_SECOND = 40_000;
/** As many addresses, too: each may ask 2,000 times a second. */
const CONNECTIONS = 64;

/** The question that every open page of a library asks: is somebody there? */
export const availability: Row = {
  name: 'availability',
  async measure({ quick, say }) {
    const rounds = quick ? 3 : 5;
    const seconds = quick ? 2 : 4;
    say(`availability: ${rounds} rounds of ${seconds} s`);
    const folder = dataFolder('availability');
    const widgetId = await withDatabase(folder, seedWidget);
    const port = await freePort();
    const server = launch<CarrelOrders>('processes/carrel.ts', {
      env: { CARREL_DATA: folder, PORT: String(port) },
    });
    await server.ask('start', null);
    const clients = launch<AvailabilityOrders>('load/availability.ts', {});
    const path = `/api/v1/widgets/${widgetId}/availability`;
    await clients.ask('connect', { port, path, connections: CONNECTIONS });

    await clients.ask('round', { seconds: 2 });
    const perSecond: number[] = [];
    for (let n = 0; n < rounds; n++) perSecond.push(await clients.ask('round', { seconds }));

    await clients.end();
    await server.ask('stop', null);
    await server.end();
    const typical = median(perSecond);
    return [
      {
        what: 'availability look-ups per second, one process',
        budget: `>= ${BUDGET_PER_SECOND.toLocaleString('en')}`,
        measured: Math.round(typical).toLocaleString('en'),
        isMet: typical >= BUDGET_PER_SECOND,
        figures: { perSecond },
      },
    ];
  },
};
