// The same 100 clients for the bare reference, which knows nothing but a chat's number and a text.
import { obey } from '../processes/obey.ts';
import { openSocket } from './open-socket.ts';
import { createTalk, type End, type Round, type RoundDetails } from './talk.ts';

export interface BareTalkOrders {
  connect(details: { port: number; pairs: number }): Promise<void>;
  round(details: RoundDetails): Promise<Round>;
}

const ends: End[] = [];
const { ears, round } = createTalk(ends);

obey<BareTalkOrders>({
  async connect({ port, pairs }) {
    for (let end = 0; end < 2 * pairs; end++) {
      const chat = Math.floor(end / 2);
      const socket = await openSocket(`ws://127.0.0.1:${port}/${chat}`, {});
      socket.on('message', (data) => {
        ears.onHeard(end, (JSON.parse(String(data)) as { body: string }).body);
      });
      ends.push({ say: (body) => socket.send(JSON.stringify({ from: 'p', body })) });
    }
  },
  round,
});
