import type { Generated } from 'kysely';

/** What is read, counted and thought of chats afterwards; part of `Schema`. */
export interface TranscriptTables {
  answerings: {
    chatId: string;
    accountId: string;
    institutionId: string;
    at: Date;
    /** Of the chat; written by a trigger. */
    openedAt: Generated<Date>;
  };
  feedback: {
    chatId: string;
    rating: number | null;
    comment: string | null;
    ratedAt: Date | null;
    notes: Generated<number>;
  };
  qualityNotes: {
    id: string;
    /** Null: from before notes had one. */
    clientId: Generated<string | null>;
    chatId: string;
    authorId: string;
    authorInstitutionId: string;
    operatorId: string;
    text: string;
    rating: number | null;
    at: Date;
    readAt: Date | null;
    reply: string | null;
    repliedAt: Date | null;
    replyReadAt: Date | null;
  };
  deskSittings: {
    accountId: string;
    coopId: string | null;
    institutionId: string;
    beganAt: Date;
    endsAt: Date;
  };
}
