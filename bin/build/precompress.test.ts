import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { precompress } from './precompress.ts';

const SCRIPT = 'export const greeting = "Ask a librarian";\n'.repeat(100);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'carrel-precompress-'));
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'assets/panel.js'), SCRIPT);
  writeFileSync(path.join(folder, 'icon.png'), 'not text');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what is served compressed unpacks to what was built', () => {
  precompress(folder);
  const file = path.join(folder, 'assets/panel.js');
  expect(gunzipSync(readFileSync(`${file}.gz`)).toString()).toBe(SCRIPT);
  expect(brotliDecompressSync(readFileSync(`${file}.br`)).toString()).toBe(SCRIPT);
});

test('the sizes told are those on disk', () => {
  const [panel, ...others] = precompress(folder);
  const file = path.join(folder, 'assets/panel.js');
  expect(others).toEqual([]);
  expect(panel).toEqual({
    path: file,
    plain: SCRIPT.length,
    gzip: readFileSync(`${file}.gz`).length,
    brotli: readFileSync(`${file}.br`).length,
  });
});

test('what is compressed already is left alone', () => {
  precompress(folder);
  expect(readdirSync(folder).sort()).toEqual(['assets', 'icon.png']);
});
