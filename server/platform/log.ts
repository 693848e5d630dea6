import type { DestinationStream, Logger } from 'pino';
import { pino } from 'pino';

export type Log = Logger;

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/**
 * JSON lines on standard output. Nobody logs what a patron typed, a token, a cookie or an address with
 * its query; the keys below are covered all the same, should one slip in.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: describeError },
    redact: [
      'text',
      'question',
      'token',
      'patronToken',
      'password',
      'cookie',
      'authorization',
      '*.cookie',
      '*.authorization',
    ],
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/**
 * What a log may say of an error. PostgreSQL quotes values in its messages, and a value may be a
 * patron's words: of its errors only the code, the constraint and the way through our code remain.
 */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const frames = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .join('\n');
  const code = 'code' in error ? error.code : undefined;
  if (!('severity' in error)) {
    return { type: error.name, message: error.message, code, stack: frames, ...causeOf(error) };
  }
  const { table, constraint, routine } = error as {
    table?: string;
    constraint?: string;
    routine?: string;
  };
  return { type: 'DatabaseError', code, table, constraint, routine, stack: frames };
}

function causeOf(error: Error): { cause?: unknown } {
  return error.cause === undefined ? {} : { cause: describeError(error.cause) };
}
