/** Whether each of the typed words is part of the text, whatever the case: as the server searches. */
export function hasWords(text: string, typed: string): boolean {
  const within = text.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => within.includes(word));
}
