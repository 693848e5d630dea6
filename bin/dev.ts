// Carrel while it is worked on: the front ends are built again when they change, the server starts again when it does.
// What follows `npm run dev --` goes to the server.
import { spawn } from 'node:child_process';

process.chdir(`${import.meta.dirname}/..`);

const children = [
  run('vite', ['build', '--watch', '--config', 'console/vite.config.ts']),
  run('vite', ['build', '--watch', '--config', 'widget/vite.config.ts']),
  run('node', [
    '--watch-path=server',
    '--watch-path=protocol',
    'server/main.ts',
    ...process.argv.slice(2),
  ]),
];

function run(program: string, args: readonly string[]) {
  const child = spawn(program, args, { stdio: 'inherit' });
  child.on('exit', (code) => stop(code ?? 1));
  return child;
}

function stop(code: number): void {
  process.exitCode ||= code;
  for (const child of children) child.kill('SIGTERM');
}

process.on('SIGTERM', () => stop(0));
process.on('SIGINT', () => stop(0));
