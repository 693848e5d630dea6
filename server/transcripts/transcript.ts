import type { StaffChat } from '#protocol/chats.ts';
import type { Answering } from '#protocol/told-chats.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { Reached } from '../scopes/index.ts';

/** Seconds from opening to closing; null while the chat runs. */
export function secondsOpen({
  openedAt,
  closedAt,
}: Pick<StaffChat, 'openedAt' | 'closedAt'>): number | null {
  if (closedAt === null) return null;
  return Math.max(0, Math.floor((Date.parse(closedAt) - Date.parse(openedAt)) / 1_000));
}

/** The patron gave their address to their library, and to who answers them; to no third. */
export function mayKnowAddress(
  { role, accountId }: Pick<StaffActor, 'role' | 'accountId'>,
  { atHome }: Reached,
  answerings: readonly Pick<Answering, 'accountId'>[],
): boolean {
  return role === 'owner' || atHome || answerings.some((by) => by.accountId === accountId);
}
