import { expect, it } from 'vitest';
import type { ChatEvent } from '#protocol/events.ts';
import { AT, aMessage, PATRON } from '../../platform/connection/factories.ts';
import { pageTrail } from './trail.ts';

const visit = (seq: number, name: string): ChatEvent => ({
  kind: 'page',
  seq,
  at: AT,
  by: PATRON,
  page: { url: `https://library.example/${name}`, title: name },
});

it('begins with the page of the question and puts the newest on top', () => {
  const opened: ChatEvent = { ...visit(1, 'home'), kind: 'opened' } as ChatEvent;
  const trail = pageTrail([opened, aMessage(2, 'hello'), visit(3, 'loans'), visit(4, 'hours')]);
  expect(trail.map(({ page }) => page.title)).toEqual(['hours', 'loans', 'home']);
});

it('does not count a reload, but does count a return', () => {
  const trail = pageTrail([
    visit(1, 'home'),
    visit(2, 'home'),
    visit(3, 'loans'),
    visit(4, 'home'),
  ]);
  expect(trail.map(({ page }) => page.title)).toEqual(['home', 'loans', 'home']);
});

it('is empty where no page is known', () => {
  expect(pageTrail([{ kind: 'opened', seq: 1, at: AT, by: PATRON }])).toEqual([]);
});
