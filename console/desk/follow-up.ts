import type { Resolution } from '#protocol/events.ts';
import { emailAddress } from '#protocol/schemas.ts';
import { keepDraft, readDraft } from './pane/drafts.ts';

/** What goes along with a follow-up. */
export interface FollowUp {
  readonly note?: string;
  readonly email?: string;
}

/** In the order of their keys, 1 to 5. */
export const RESOLUTIONS: readonly Resolution[] = [
  'answered',
  'followUpHome',
  'followUpSelf',
  'lost',
  'practice',
];

export function isFollowUp(resolution: Resolution): boolean {
  return resolution === 'followUpHome' || resolution === 'followUpSelf';
}

const noteKey = (chatId: string) => `${chatId}.closing.note`;
const emailKey = (chatId: string) => `${chatId}.closing.email`;

/** Where the browser keeps nothing. */
const written = new Map<string, Required<FollowUp>>();

/** Half written, and kept as drafts are: a patron who writes on calls the closing off, not its words. */
export function keepFollowUp(chatId: string, words: Required<FollowUp>): void {
  const { note, email } = words;
  written.set(chatId, words);
  keepDraft(noteKey(chatId), note);
  keepDraft(emailKey(chatId), email);
}

export function draftFollowUp(chatId: string): Required<FollowUp> {
  const stored = () => ({ note: readDraft(noteKey(chatId)), email: readDraft(emailKey(chatId)) });
  return written.get(chatId) ?? stored();
}

export function forgetFollowUp(chatId: string): void {
  keepFollowUp(chatId, { note: '', email: '' });
}

/** As far as it can be sent: an address that is none is left out. */
export function readFollowUp(chatId: string): FollowUp {
  const { note, email } = draftFollowUp(chatId);
  return {
    ...(note.trim() !== '' && { note: note.trim() }),
    ...(isAddress(email) && { email: email.trim() }),
  };
}

export function isAddress(email: string): boolean {
  return emailAddress.safeParse(email.trim()).success;
}
