import { expect, it } from 'vitest';
import { actOf } from './shortcuts.ts';

const plain = {
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  isElsewhere: false,
  singleKeysOn: true,
  isMac: false,
};

it.each([
  { told: 'Alt and Enter', press: { key: 'Enter', altKey: true }, act: 'claim' },
  {
    told: 'Alt and an arrow, while typing',
    press: { key: 'ArrowDown', altKey: true, isElsewhere: true },
    act: 'next',
  },
  { told: 'a single key outside of text', press: { key: 'n' }, act: 'note' },
  { told: 'a question mark outside of text', press: { key: '?' }, act: 'help' },
  {
    told: 'Ctrl and K, while typing',
    press: { key: 'k', ctrlKey: true, isElsewhere: true },
    act: 'policies',
  },
  { told: '⌘ and K on a Mac', press: { key: 'k', metaKey: true, isMac: true }, act: 'policies' },
])('$told asks for $act', ({ press, act }) => {
  expect(actOf({ ...plain, ...press })).toBe(act);
});

it.each([
  { told: 'a letter that is typed', press: { key: 'x', isElsewhere: true } },
  { told: 'a letter when single keys are off', press: { key: 'x', singleKeysOn: false } },
  { told: 'the browser’s own with Ctrl', press: { key: 'n', ctrlKey: true } },
  {
    told: 'the system’s own with the command key',
    press: { key: 'ArrowUp', metaKey: true, altKey: true },
  },
  { told: 'Enter alone', press: { key: 'Enter' } },
  { told: 'a Mac’s own Ctrl and K', press: { key: 'k', ctrlKey: true, isMac: true } },
])('$told asks for nothing', ({ press }) => {
  expect(actOf({ ...plain, ...press })).toBeNull();
});
