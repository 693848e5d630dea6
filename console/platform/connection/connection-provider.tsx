import type { ReactNode } from 'react';
import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react';
import { tellLostRights, tellSessionEnded } from '../api/index.ts';
import { browserEnvironment, probeOnWake } from './browser-environment.ts';
import type { ConnectionState } from './connection-state.ts';
import { initialState } from './connection-state.ts';
import type { DeskConnection } from './desk-connection.ts';
import { connectDesk } from './desk-connection.ts';

const context = createContext<DeskConnection | null>(null);

/** Kept over reconnects and lost with the page: the name of this tab's lease of presence. */
const PAGE_ID = crypto.randomUUID();

interface ConnectionProviderProps {
  /** Null for an account without chat access: it gets no connection. */
  readonly accountId: string | null;
  readonly children: ReactNode;
}

/** One socket for the tab, whichever page of the console it shows: leaving the desk is not leaving the shift. */
export function ConnectionProvider({ accountId, children }: ConnectionProviderProps) {
  const [connection, setConnection] = useState<DeskConnection | null>(null);

  useEffect(() => {
    if (accountId === null) return;
    const opened = connectDesk({
      accountId,
      pageId: PAGE_ID,
      environment: browserEnvironment,
      durable: window.localStorage,
      ofTab: window.sessionStorage,
    });
    const stopProbing = probeOnWake(opened.probe);
    let link = opened.getState().link;
    const stopWatching = opened.subscribe(() => {
      const now = opened.getState().link;
      if (now === 'signed_out') tellSessionEnded();
      if (now === 'forbidden' && link !== now) tellLostRights();
      link = now;
    });
    setConnection(opened);
    return () => {
      stopWatching();
      stopProbing();
      opened.stop();
      setConnection(null);
    };
  }, [accountId]);

  return <context.Provider value={connection}>{children}</context.Provider>;
}

/** Null until the provider has opened it, and for those who have none. */
export function useOptionalConnection(): DeskConnection | null {
  return use(context);
}

/** Below a component that has made sure of the connection. */
export function useConnection(): DeskConnection {
  const connection = use(context);
  if (connection === null)
    throw new Error('useConnection needs a live ConnectionProvider above it');
  return connection;
}

const NOT_CONNECTED = initialState('', [], {});
const NOTHING_TO_HEAR = () => () => undefined;

/** A part of the state. `select` must return a part as it stands, or a primitive: nothing made anew. */
export function useConnectionState<Part>(select: (state: ConnectionState) => Part): Part {
  const connection = use(context);
  return useSyncExternalStore(connection?.subscribe ?? NOTHING_TO_HEAR, () =>
    select(connection?.getState() ?? NOT_CONNECTED),
  );
}
