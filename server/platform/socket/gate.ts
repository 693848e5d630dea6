import type { IncomingMessage } from 'node:http';
import type { AddressOf } from '../http/address-of.ts';
import { networkOf } from '../http/network-of.ts';
import { type Limits, refuseAfter } from '../http/traffic.ts';
import type { Log } from '../log.ts';

export interface GateOptions {
  readonly addressOf: AddressOf;
  readonly limits: Pick<Limits, 'takeForAddress'>;
  /** Connections that may be open at once from one address, to this process. */
  readonly mostPerAddress: number;
  /** Milliseconds that never run backwards. */
  readonly ticks: () => number;
  readonly log: Log;
}

/** Stands before the socket, and knows addresses alone: who is sent away here has cost no look-up. */
export interface Gate {
  /**
   * @returns the network that the connection will count for
   * @throws `too_many_requests` with `Retry-After` in seconds
   */
  judge(request: IncomingMessage): string;
  enter(network: string): void;
  leave(network: string): void;
}

/** Somebody else has to leave first, and nobody knows when that will be. */
const FULL_SECONDS = 30;
const TOLD_EVERY_MS = 60_000;

export function gateOf({ addressOf, limits, mostPerAddress, ticks, log }: GateOptions): Gate {
  const open = new Map<string, number>();
  let toldAt = Number.NEGATIVE_INFINITY;

  /** Without the address: it may be a patron's. */
  function tellFull(): void {
    if (ticks() - toldAt < TOLD_EVERY_MS) return;
    toldAt = ticks();
    log.warn(
      { mostPerAddress },
      'one address has as many live connections as it may; if that is a proxy of yours, name it in TRUSTED_PROXIES, else see SOCKETS_PER_ADDRESS',
    );
  }

  return {
    judge(request) {
      const address = addressOf(request);
      limits.takeForAddress('socket', address);
      const network = networkOf(address);
      if ((open.get(network) ?? 0) >= mostPerAddress) {
        tellFull();
        refuseAfter(FULL_SECONDS);
      }
      return network;
    },
    enter: (network) => void open.set(network, (open.get(network) ?? 0) + 1),
    leave(network) {
      const left = (open.get(network) ?? 0) - 1;
      if (left > 0) open.set(network, left);
      else open.delete(network);
    },
  };
}
