/**
 * Usernames in a pasted text: one a line, in one column of a spreadsheet, or divided by commas,
 * semicolons or spaces; each once, in lower case, as usernames are.
 */
export function usernamesIn(text: string): string[] {
  const words = text
    .split(/[\s,;]+/u)
    .map((word) => word.replace(/^["'<]+|["'>]+$/gu, '').toLowerCase());
  return [...new Set(words)].filter((word) => word !== '');
}
