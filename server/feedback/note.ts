import type { QualityNote, RatingValue } from '#protocol/feedback.ts';

/** A quality note with the names that go with it, as `store.ts` reads it. */
export interface NoteRow {
  readonly id: string;
  readonly chatId: string;
  readonly at: Date;
  readonly authorId: string;
  readonly authorName: string;
  readonly authorInstitutionName: string;
  readonly operatorId: string;
  readonly operatorName: string;
  readonly text: string;
  readonly rating: number | null;
  readonly readAt: Date | null;
  readonly reply: string | null;
  readonly repliedAt: Date | null;
  readonly replyReadAt: Date | null;
}

/** As one reader sees it: whom it is about may reply, and has read it or not. */
export function presentNote(note: NoteRow, readerId: string): QualityNote {
  const { readAt, reply, repliedAt, replyReadAt, at, rating, ...rest } = note;
  const isAboutReader = note.operatorId === readerId;
  const isUnreadReply = note.authorId === readerId && reply !== null && replyReadAt === null;
  return {
    ...rest,
    at: at.toISOString(),
    rating: rating as RatingValue | null,
    reply:
      reply === null || repliedAt === null ? null : { text: reply, at: repliedAt.toISOString() },
    unread: isUnreadReply || (isAboutReader && readAt === null),
    mayReply: isAboutReader,
  };
}
