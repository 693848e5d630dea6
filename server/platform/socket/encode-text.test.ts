import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { encodeText } from './encode-text.ts';

/** The longest and the shortest text of each of the three forms of a header. */
const TEXTS = [0, 125, 126, 65_535, 65_536].map((length) => 'a'.repeat(length));

test.for([...TEXTS, 'Bibliothèque, 図書館 📚'])(
  'a client reads what was encoded: %#',
  async (text) => {
    const server = createServer().listen(0, '127.0.0.1');
    const listener = new WebSocketServer({ noServer: true });
    server.on('upgrade', (request, stream, head) =>
      listener.handleUpgrade(request, stream, head, () => stream.write(encodeText(text))),
    );
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const client = new WebSocket(`ws://127.0.0.1:${port}`);
    const [data, isBinary] = await once(client, 'message');
    client.terminate();
    server.close();
    expect([String(data), isBinary]).toEqual([text, false]);
  },
);
