/** Under which names the browser keeps what belongs to one widget on one site. */
export type StoredName =
  /** The running chat and its token. */
  | 'chat'
  /** A question that is on its way to become a chat. */
  | 'opening'
  /** Ties this browser's chats together for the library. */
  | 'patron'
  /** What is being typed: a message, a question, name and e-mail. */
  | 'draft'
  | 'question'
  | 'details'
  /** The last try to leave a question, so that a repeat is known for one. */
  | 'leaving'
  /** What was thought of chats that are over, until the library has it. */
  | 'rating'
  /** The panel is open; the next page opens it too. */
  | 'open'
  | 'sound'
  /** How far the patron has read. */
  | 'seen';

export function storedPrefix(widgetId: string): string {
  return `carrel:${widgetId}:`;
}

/** For the loader, which only asks. Where storage is forbidden there is nothing. */
export function hasStored(widgetId: string, name: StoredName): boolean {
  try {
    return localStorage.getItem(storedPrefix(widgetId) + name) !== null;
  } catch {
    return false;
  }
}
