import { describe, expect, test } from 'vitest';
import { findTrespasses } from './find-trespasses.ts';

const packages = { dependencies: ['fastify', 'zod'], devDependencies: ['react', '@mantine/core'] };

function trespassesOf(path: string, text: string): string[] {
  return findTrespasses([{ path, text }], packages);
}

describe('an import within the borders is let through', () => {
  test.each([
    ['protocol/chats.ts', `import { z } from 'zod';\nimport { id } from './schemas.ts';`],
    ['server/main.ts', `import { chats } from './chats/index.ts';`],
    ['server/chats/claim-chat.ts', `import { audit } from '../audit/index.ts';`],
    ['server/chats/claim-chat.ts', `import { now } from '../platform/clock.ts';`],
    ['server/institutions/store.ts', `import { accounts } from '../accounts/index.ts';`],
    ['server/chats/store.ts', `import fastify from 'fastify';\nimport path from 'node:path';`],
    [
      'server/chats/chat.db.test.ts',
      `import { testDatabase } from '../../test/database/index.ts';`,
    ],
    ['server/chats/socket.ts', `import { frame } from '#protocol/frames.ts';`],
    ['console/desk/desk.tsx', `import { Button } from '@mantine/core';`],
    ['console/platform/words.ts', `import en from '../../i18n/console/en.json';`],
    ['widget/panel.tsx', `import type { Frame } from '#protocol/frames.ts';`],
    ['widget/panel.tsx', `import { useState } from 'preact/hooks';`],
    ['console/vite.config.ts', `import path from 'node:path';`],
    ['bench/load.ts', `import { anything } from '../server/chats/writer.ts';`],
  ])('%s: %s', (path, text) => {
    expect(trespassesOf(path, text)).toEqual([]);
  });
});

describe('an import over a border is named, with its line and what would be right', () => {
  test.each([
    [
      'protocol/chats.ts',
      `import { open } from '../server/chats/index.ts';`,
      'protocol/chats.ts:1: protocol/ may not import server/',
    ],
    [
      'protocol/chats.ts',
      `import dayjs from 'dayjs';`,
      'protocol/chats.ts:1: protocol/ may import packages of zod alone, and dayjs is none',
    ],
    [
      'server/chats/close-chat.ts',
      `\nimport { file } from '../tickets/index.ts';`,
      'server/chats/close-chat.ts:2: chats knows nothing of tickets, which comes after it: let tickets listen to its events',
    ],
    [
      'server/accounts/store.ts',
      `import type { Institution } from '../institutions/index.ts';`,
      'server/accounts/store.ts:1: accounts knows nothing of institutions, which comes after it: let institutions listen to its events',
    ],
    [
      'server/platform/http/app.ts',
      `import { sessionOf } from '../../accounts/index.ts';`,
      'server/platform/http/app.ts:1: platform knows nothing of accounts, which comes after it: let accounts listen to its events',
    ],
    [
      'server/chats/close-chat.ts',
      `import { byId } from '../accounts/store.ts';`,
      'server/chats/close-chat.ts:1: enter accounts through server/accounts/index.ts',
    ],
    [
      'server/main.ts',
      `import { byId } from './accounts/store.ts';`,
      'server/main.ts:1: enter accounts through server/accounts/index.ts',
    ],
    [
      'server/misc/index.ts',
      `import { byId } from '../accounts/index.ts';`,
      'server/misc/index.ts:1: misc is not in the order of features: bin/borders/table.ts',
    ],
    [
      'server/chats/store.ts',
      `import { config } from '../main.ts';`,
      'server/chats/store.ts:1: nothing imports the files at the top of server/: they import the rest',
    ],
    [
      'server/chats/store.ts',
      `import { frame } from '../../protocol/frames.ts';`,
      'server/chats/store.ts:1: import it as #protocol/frames.ts, not by a relative path',
    ],
    [
      'server/chats/store.ts',
      `const react = await import('react');`,
      'server/chats/store.ts:1: server/ may import packages of dependencies alone, and react is none',
    ],
    [
      'console/desk/desk.tsx',
      `export { claim } from '../../server/chats/index.ts';`,
      'console/desk/desk.tsx:1: console/ may not import server/',
    ],
    [
      'console/desk/desk.tsx',
      `import path from 'node:path';`,
      'console/desk/desk.tsx:1: console/ runs in a browser too, where node:path is not',
    ],
    [
      'widget/panel.tsx',
      `import {\n  frame,\n} from '#protocol/frames.ts';`,
      'widget/panel.tsx:3: widget/ may import types of protocol/ alone: use import type',
    ],
    [
      'widget/panel.tsx',
      `import { Button } from '@mantine/core';`,
      'widget/panel.tsx:1: widget/ may import packages of preact alone, and @mantine/core is none',
    ],
    [
      'console/desk/desk.tsx',
      `import fastify from 'fastify';`,
      'console/desk/desk.tsx:1: console/ may import packages of devDependencies, zod alone, and fastify is none',
    ],
    [
      'widget/panel.tsx',
      `import '../console/theme.css';`,
      'widget/panel.tsx:1: widget/ may not import console/',
    ],
  ])('%s: %s', (path, text, fault) => {
    expect(trespassesOf(path, text)).toEqual([fault]);
  });
});

test('words that merely look like an import are none', () => {
  const text = `// import { a } from '../server/chats/index.ts';\nconst say = "import x from 'react'";`;
  expect(trespassesOf('protocol/chats.ts', text)).toEqual([]);
});
