/** The part of a logger that the embedded database writes to. */
export type EmbeddedLog = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
};

/** Where the database listens, in the words of `pg`. There is no port and no password. */
export type EmbeddedConnection = {
  /** The folder of the socket. */
  host: string;
  user: string;
  database: string;
};

/** How a server process ended. */
export type ServerExit = { code: number | null; signal: NodeJS.Signals | null };

/** A running PostgreSQL of Carrel's own. */
export type EmbeddedDatabase = {
  connection: EmbeddedConnection;
  /** PostgreSQL's version: `18.4`. */
  version: string;
  /** The server's process; another one after a restart. */
  readonly pid: number;
  /** Called each time the server ends unasked; it is being started again, and recovers by itself. */
  onExit(listener: (exit: ServerExit) => void): void;
  /** Called once when the server could not be started again. */
  onFailure(listener: (error: Error) => void): void;
  /** Ends the server and waits for it. Close the connections first. May be called twice. */
  stop(): Promise<void>;
};
