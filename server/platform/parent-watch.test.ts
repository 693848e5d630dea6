import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';

const MODULE = path.join(import.meta.dirname, 'parent-watch.ts');
const WATCHER = `
  import { watchParent } from ${JSON.stringify(MODULE)};
  const stop = watchParent(() => { console.log('gone'); process.exit(); });
  setInterval(() => {}, 1000);
  console.log('watching ' + process.pid);
`;

it('tells when npm was killed', async () => {
  const npm = startLikeNpm({ npm_lifecycle_event: 'start' });
  const lines = createInterface(npm.stdout)[Symbol.asyncIterator]();
  expect((await lines.next()).value).toMatch(/^watching/);

  npm.kill('SIGKILL');

  expect((await lines.next()).value).toBe('gone');
});

it('outlives a shell that started it without npm, as a daemon does', async () => {
  const shell = startLikeNpm({ npm_lifecycle_event: '' });
  const lines = createInterface(shell.stdout)[Symbol.asyncIterator]();
  const watcher = Number(/\d+/.exec(String((await lines.next()).value))?.[0]);

  shell.kill('SIGKILL');
  await once(shell, 'exit');
  process.kill(watcher, 'SIGTERM');

  expect(await lines.next()).toEqual({ value: undefined, done: true });
});

/** A shell that waits for Node as its child, as npm does. */
function startLikeNpm(env: Record<string, string>) {
  const command = '"$NODE" --input-type=module --eval "$WATCHER" & wait';
  return spawn('sh', ['-c', command], {
    env: { ...process.env, ...env, NODE: process.execPath, WATCHER },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
