import type { StaffChat } from '#protocol/chats.ts';
import type { DeskChat } from '#protocol/desk.ts';
import type { ChatEvent, Speaker } from '#protocol/events.ts';

/** Chats and events for tests; every field has a plain value that a test may replace. */

export const CHAT_ID = '0193d0c2-0000-7000-8000-0000000000c1';
export const SADIE: Speaker = {
  kind: 'operator',
  accountId: '0193d0c2-0000-7000-8000-0000000000a1',
  name: 'Sadie',
};
export const PATRON: Speaker = { kind: 'patron', name: 'Amira' };
export const AT = '2026-03-03T22:41:00.000Z';

export function aChat(fields: Partial<StaffChat>): StaffChat {
  return {
    id: CHAT_ID,
    state: 'active',
    lastSeq: 0,
    openedAt: AT,
    waitingSince: AT,
    claimedAt: null,
    closedAt: null,
    waitedSeconds: null,
    institutionId: '0193d0c2-0000-7000-8000-0000000000b1',
    institutionName: 'Eastvale University',
    queueId: '0193d0c2-0000-7000-8000-0000000000d1',
    queueName: 'Reference',
    coopName: null,
    ownerId: null,
    ownerName: null,
    patronName: 'Amira',
    patronEmail: null,
    language: 'en',
    question: 'Can I still get it before Friday?',
    page: null,
    formOffered: false,
    patronHere: true,
    transfer: null,
    isPractice: false,
    resolution: null,
    ...fields,
  };
}

export function aDeskChat(fields: Partial<DeskChat>): DeskChat {
  return { ...aChat(fields), place: 'mine', offered: false, ...fields };
}

export function aMessage(seq: number, text: string, by: Speaker = PATRON): ChatEvent {
  return { kind: 'message', seq, at: AT, by, clientId: clientIdOf(seq), text };
}

export function aPage(seq: number, title: string): ChatEvent {
  return {
    kind: 'page',
    seq,
    at: AT,
    by: PATRON,
    page: { url: 'https://library.example/', title },
  };
}

/** A client id that names the number of its event. */
export function clientIdOf(seq: number): string {
  return `0193d0c2-0000-4000-8000-${String(seq).padStart(12, '0')}`;
}
