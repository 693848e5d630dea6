import { expect, test } from 'vitest';
import { oneByOne } from './one-by-one.ts';

/** What was sent, and how to answer the oldest that was not answered yet. */
function openLine() {
  const sent: string[] = [];
  const unanswered: (() => void)[] = [];
  const wish = oneByOne((word: string) => {
    sent.push(word);
    return new Promise<void>((resolve) => unanswered.push(resolve));
  });
  return { sent, wish, answer: () => unanswered.shift()?.() };
}

test('the next wish is sent when the one before is answered', async () => {
  const { sent, wish, answer } = openLine();
  void wish('off');
  const last = wish('on');
  expect(sent).toEqual(['off']);
  answer();
  await expect.poll(() => sent).toEqual(['off', 'on']);
  answer();
  await last;
});

test('of wishes that came meanwhile the last alone is sent', async () => {
  const { sent, wish, answer } = openLine();
  for (const word of ['off', 'on', 'off', 'on']) void wish(word);
  answer();
  await expect.poll(() => sent).toEqual(['off', 'on']);
});

test('every wish is told when nothing is left to send, and the next is sent at once', async () => {
  const { sent, wish, answer } = openLine();
  const both = Promise.all([wish('off'), wish('on')]);
  answer();
  await expect.poll(() => sent).toHaveLength(2);
  answer();
  await both;
  void wish('off');
  expect(sent).toEqual(['off', 'on', 'off']);
});
