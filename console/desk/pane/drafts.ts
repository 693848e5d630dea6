/** What is half written, by chat: in this browser until it is sent, across reloads and closed tabs. */
const PREFIX = 'carrel.draft.';

export function readDraft(chatId: string): string {
  try {
    return localStorage.getItem(PREFIX + chatId) ?? '';
  } catch {
    return '';
  }
}

export function keepDraft(chatId: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(PREFIX + chatId);
    else localStorage.setItem(PREFIX + chatId, text);
  } catch {
    // Without storage the draft lasts as long as its pane.
    return;
  }
}
