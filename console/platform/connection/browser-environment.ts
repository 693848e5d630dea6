import type { LoopEnvironment, LoopSocket } from './socket-loop.ts';

/** The browser as the loop's machine. */
export const browserEnvironment: LoopEnvironment = {
  openSocket() {
    const address = new URL('/api/v1/socket', window.location.href);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    return adaptSocket(new WebSocket(address));
  },
  now: () => Date.now(),
  random: () => Math.random(),
  setTimer: (callback, milliseconds) => window.setTimeout(callback, milliseconds),
  clearTimer: (timer) => window.clearTimeout(timer),
};

function adaptSocket(socket: WebSocket): LoopSocket {
  const adapted: LoopSocket = {
    onopen: null,
    onmessage: null,
    onclose: null,
    send: (text) => socket.send(text),
    close: () => socket.close(),
  };
  socket.onopen = () => adapted.onopen?.();
  socket.onmessage = (message) => adapted.onmessage?.(message);
  socket.onclose = (closing) => adapted.onclose?.(closing);
  return adapted;
}

/** Milliseconds for the answer after a wake: the tab was in the background, or the network is back. */
const AFTER_WAKE = 2_500;
/** The browser says that there is no network: it is nearly always right. */
const AFTER_OFFLINE = 800;

/** Asks the connection for a sign of life whenever the browser hints that it may be dead. */
export function probeOnWake(probe: (withinMilliseconds: number) => void): () => void {
  const onWake = () => {
    if (document.visibilityState === 'visible') probe(AFTER_WAKE);
  };
  const onOffline = () => probe(AFTER_OFFLINE);
  window.addEventListener('online', onWake);
  window.addEventListener('offline', onOffline);
  document.addEventListener('visibilitychange', onWake);
  return () => {
    window.removeEventListener('online', onWake);
    window.removeEventListener('offline', onOffline);
    document.removeEventListener('visibilitychange', onWake);
  };
}
