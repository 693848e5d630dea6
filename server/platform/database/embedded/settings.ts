/** PostgreSQL's settings by name, as given on its command line. */
export type Settings = Record<string, string>;

/** Nothing that was acknowledged is lost, whatever is killed or unplugged. */
export const DURABLE: Settings = {
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  wal_compression: 'pglz',
  checkpoint_timeout: '15min',
  max_connections: '60',
  shared_buffers: '128MB',
  work_mem: '16MB',
  random_page_cost: '1.1',
  jit: 'off',
};

/** For tests, whose data is worth nothing when they end. */
export const THROWAWAY: Settings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '200',
  shared_buffers: '64MB',
  jit: 'off',
};

/** What holds for every server: a private socket, no port, UTC, and a log without patrons' words. */
export function commonSettings(socketFolder: string): Settings {
  return {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Errors of statements quote the values in them. Carrel reports its own errors;
    // this log keeps starts, stops and crashes, which PostgreSQL ranks above.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  };
}

export function asArguments(settings: Settings): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
