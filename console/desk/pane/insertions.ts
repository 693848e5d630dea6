type Insert = (text: string) => void;

/** The composers on the desk, by chat. */
const composers = new Map<string, Insert>();

/** Lets others write into the composer of a chat while it is there. Answers how to end that. */
export function takeInsertions(chatId: string, insert: Insert): () => void {
  composers.set(chatId, insert);
  return () => {
    if (composers.get(chatId) === insert) composers.delete(chatId);
  };
}

/** Writes where the caret is; nothing is sent by it. Without a composer nothing happens. */
export function insertText(chatId: string, text: string): void {
  composers.get(chatId)?.(text);
}

/** The text with words at the caret, a space or a line away from what is before and behind. */
export function withWords(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  words: string,
): { text: string; caret: number } {
  const before = text.slice(0, start);
  const behind = text.slice(end);
  const put = `${/\S$/.test(before) ? ' ' : ''}${words}`;
  const gap = /^\S/.test(behind) ? ' ' : '';
  return { text: before + put + gap + behind, caret: start + put.length };
}
