import { once } from 'node:events';
import { WebSocket } from 'ws';

/** A client's WebSocket, cheap to drive: on the loopback nothing is gained by masking with chance. */
export async function openSocket(
  address: string,
  headers: Readonly<Record<string, string>>,
): Promise<WebSocket> {
  const socket = new WebSocket(address, {
    perMessageDeflate: false,
    skipUTF8Validation: true,
    generateMask: (mask) => mask.fill(0),
    headers: { ...headers },
  });
  await once(socket, 'open');
  return socket;
}
