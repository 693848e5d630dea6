import type { ChatState, PatronChat, StaffChat } from '#protocol/chats.ts';
import type { Resolution } from '#protocol/events.ts';
import type { Language, VisitedPage } from '#protocol/schemas.ts';

/** A chat with the names that go with it, as `store.ts` reads it. */
export interface ChatRow {
  readonly id: string;
  readonly state: ChatState;
  readonly lastSeq: number;
  readonly lastPatronSeq: number;
  readonly openedAt: Date;
  readonly waitingSince: Date;
  readonly firstClaimedAt: Date | null;
  readonly claimedAt: Date | null;
  readonly closedAt: Date | null;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly queueId: string;
  readonly queueName: string;
  readonly coopName: string | null;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly guestTag: string;
  readonly patronName: string | null;
  readonly patronEmail: string | null;
  readonly language: string;
  readonly question: string;
  readonly pageUrl: string | null;
  readonly pageTitle: string | null;
  readonly formOffered: boolean;
  readonly patronHere: boolean;
  /** A colleague is asked to take it; all null: nobody. */
  readonly transferToId: string | null;
  readonly transferToName: string | null;
  readonly transferFromId: string | null;
  readonly transferFromName: string | null;
  readonly transferNote: string | null;
  readonly transferAt: Date | null;
  /** Whose practice it is; null for a chat with a patron. */
  readonly practisedBy: string | null;
  readonly resolution: Resolution | null;
}

/** Characters of the question that lists show. */
const QUESTION_CHARACTERS = 300;

/** A cut may leave half an emoji, which PostgreSQL would store as another character. */
export function excerptOf(question: string): string {
  return question.slice(0, QUESTION_CHARACTERS).toWellFormed();
}

export function presentToStaff(chat: ChatRow): StaffChat {
  return {
    id: chat.id,
    state: chat.state,
    lastSeq: chat.lastSeq,
    openedAt: chat.openedAt.toISOString(),
    waitingSince: chat.waitingSince.toISOString(),
    claimedAt: chat.claimedAt?.toISOString() ?? null,
    closedAt: chat.closedAt?.toISOString() ?? null,
    waitedSeconds: chat.firstClaimedAt && secondsBetween(chat.openedAt, chat.firstClaimedAt),
    institutionId: chat.institutionId,
    institutionName: chat.institutionName,
    queueId: chat.queueId,
    queueName: chat.queueName,
    coopName: chat.coopName,
    ownerId: chat.ownerId,
    ownerName: chat.ownerName,
    patronName: chat.patronName ?? `Guest ${chat.guestTag}`,
    patronEmail: chat.patronEmail,
    language: chat.language as Language,
    question: chat.question,
    page: visitedPage(chat.pageUrl, chat.pageTitle),
    formOffered: chat.formOffered,
    patronHere: chat.patronHere,
    transfer: transferOf(chat),
    isPractice: chat.practisedBy !== null,
    resolution: chat.resolution,
  };
}

function transferOf(chat: ChatRow): StaffChat['transfer'] {
  if (chat.transferToId === null || chat.transferFromId === null || !chat.transferAt) return null;
  return {
    toId: chat.transferToId,
    toName: chat.transferToName ?? '',
    fromId: chat.transferFromId,
    fromName: chat.transferFromName ?? '',
    note: chat.transferNote,
    at: chat.transferAt.toISOString(),
  };
}

export function presentToPatron(chat: ChatRow): PatronChat {
  const answered = chat.state === 'active' || (chat.state === 'closed' && chat.ownerName !== null);
  return {
    id: chat.id,
    state: chat.state,
    lastSeq: chat.lastPatronSeq,
    openedAt: chat.openedAt.toISOString(),
    operator: answered && chat.ownerName ? { kind: 'operator', name: chat.ownerName } : null,
    formOffered: chat.formOffered,
  };
}

function visitedPage(url: string | null, title: string | null): VisitedPage | null {
  return url === null ? null : { url, title: title ?? '' };
}

/** Four signs without those that look alike, read out easily: "Guest 6CYJ". */
export function guestTag(random: (below: number) => number): string {
  const signs = 'ABCDEFGHJKLMNPQRTUVWXYZ2346789';
  return Array.from({ length: 4 }, () => signs[random(signs.length)]).join('');
}

function secondsBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / 1_000));
}
