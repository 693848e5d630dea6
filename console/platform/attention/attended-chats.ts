import { z } from 'zod';

/**
 * Which chat each tab has under the operator's eyes: a message there needs no sound, in whichever
 * tab it would be made. A tab tells the others when it changes, and when it closes.
 */

const note = z.object({ tab: z.string(), chatId: z.string().nullable() });
type Note = z.infer<typeof note>;

const TAB = crypto.randomUUID();
const channel = new BroadcastChannel('carrel.attended');
const attended = new Map<string, string>();

channel.onmessage = ({ data }: MessageEvent<unknown>) => {
  const heard = note.safeParse(data);
  if (heard.success) keep(heard.data);
};

window.addEventListener('pagehide', () => attendChat(null));

/** Null: nobody looks at a chat in this tab. */
export function attendChat(chatId: string | null): void {
  if ((attended.get(TAB) ?? null) === chatId) return;
  const told: Note = { tab: TAB, chatId };
  keep(told);
  channel.postMessage(told);
}

export function isAttended(chatId: string): boolean {
  return [...attended.values()].includes(chatId);
}

function keep({ tab, chatId }: Note): void {
  if (chatId === null) attended.delete(tab);
  else attended.set(tab, chatId);
}
