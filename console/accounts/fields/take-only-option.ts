import type { KeyboardEvent } from 'react';

/**
 * Enter takes the only suggestion. Suggestions come from the server a moment after the last key, so that
 * none is marked yet; and one that was found for other words is not taken.
 */
export function takeOnlyOption(event: KeyboardEvent<HTMLInputElement>): void {
  const input = event.currentTarget;
  const isPlainEnter = event.key === 'Enter' && !event.ctrlKey && !event.metaKey;
  if (!isPlainEnter || input.getAttribute('aria-expanded') !== 'true') return;
  if (input.hasAttribute('aria-activedescendant') || input.value.trim() === '') return;

  const list = document.getElementById(input.getAttribute('aria-controls') ?? '');
  const [option, ...others] = list?.querySelectorAll<HTMLElement>('[role="option"]') ?? [];
  if (!option || others.length > 0 || !mentions(option.textContent ?? '', input.value)) return;
  event.preventDefault();
  option.click();
}

function mentions(label: string, typed: string): boolean {
  const words = typed.toLowerCase().split(/\s+/);
  return words.every((word) => label.toLowerCase().includes(word));
}
