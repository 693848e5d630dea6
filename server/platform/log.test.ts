import { expect, test } from 'vitest';
import { createLog } from './log.ts';

function writeToLog(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog('info', { write: (line) => void lines.push(line) }));
  return lines.join('');
}

test('a line is JSON with its level by name', () => {
  const line = writeToLog((log) => log.info({ route: '/x' }, 'request'));
  expect(JSON.parse(line)).toMatchObject({
    level: 'info',
    msg: 'request',
    route: '/x',
    time: expect.stringContaining('T'),
  });
});

test('words, tokens and cookies that slip in are covered', () => {
  const line = writeToLog((log) =>
    log.info({
      text: 'private',
      patronToken: 'private',
      headers: { cookie: 'private', authorization: 'private' },
    }),
  );
  expect(line).toContain('[Redacted]');
  expect(line).not.toContain('private');
});

test('an error of the database keeps its code and loses what it quotes', () => {
  const error = Object.assign(new Error('invalid input syntax: "private"'), {
    severity: 'ERROR',
    code: '22P02',
    detail: 'Key (name)=(private)',
    constraint: 'accounts_name',
  });
  const line = writeToLog((log) => log.error({ err: error }, 'unexpected error'));
  expect(JSON.parse(line).err).toMatchObject({
    code: '22P02',
    constraint: 'accounts_name',
    stack: expect.stringContaining('at '),
  });
  expect(line).not.toContain('private');
});

test('any other error tells what happened and why', () => {
  const error = new Error('outer', { cause: new Error('inner') });
  const line = writeToLog((log) => log.error({ err: error }, 'unexpected error'));
  expect(JSON.parse(line).err).toMatchObject({ message: 'outer', cause: { message: 'inner' } });
});
