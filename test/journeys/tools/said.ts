import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/** Every text of a journey that must be found once is made by this: `Amira says 3.`. */
export const line = (who: string, number: number) => `${who} says ${number}.`;

const LINE = /[A-Z][a-z]+ says \d+\./g;

/** What stands in a conversation, in the order in which it is read; a line that stands twice comes twice. */
export async function linesIn(conversation: Locator): Promise<string[]> {
  return ((await conversation.textContent()) ?? '').match(LINE) ?? [];
}

/** Waits until each conversation has these lines and no others, each once, all in the same order. */
export async function allHave(
  conversations: readonly Locator[],
  expected: readonly string[],
): Promise<void> {
  const sorted = expected.toSorted();
  for (const conversation of conversations) {
    await expect.poll(async () => (await linesIn(conversation)).toSorted()).toEqual(sorted);
  }
  const [first, ...others] = await Promise.all(conversations.map(linesIn));
  for (const other of others) expect(other).toEqual(first);
}

/** Each side's lines come in the order in which that side wrote them. */
export function inOrderOf(who: string, lines: readonly string[]): void {
  const numbers = lines.flatMap((text) =>
    text.startsWith(`${who} says `) ? [Number.parseInt(text.slice(`${who} says `.length), 10)] : [],
  );
  expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
}
