import { z } from 'zod';
import { endpoint } from './endpoint.ts';

/** What an account is in one co-op; it says nothing about another co-op, or about the home site. */
export const level = z.literal(['regular', 'institutionAdmin', 'coopAdmin']);
export type Level = z.infer<typeof level>;

/** `see_accounts`: their list. `give_level`: add one. `manage_accounts`: open, edit and remove one. */
export const levelAct = z.literal([
  'answer_chats',
  'read_transcripts',
  'read_statistics',
  'read_feedback',
  'see_accounts',
  'give_level',
  'manage_accounts',
]);
export type LevelAct = z.infer<typeof levelAct>;

export const levelReach = z.literal(['none', 'own', 'institution', 'all']);
export type LevelReach = z.infer<typeof levelReach>;

/** The table that the server decides by, as the page "What may each level do?" prints it. */
export const levelTable = z.array(
  z.object({
    level,
    reach: z.record(levelAct, levelReach),
    /** Levels that it may give, and edit accounts of. */
    mayGive: z.array(level),
  }),
);
export type LevelTable = z.infer<typeof levelTable>;

export const readLevels = endpoint({
  method: 'GET',
  path: '/levels',
  summary: 'What may each level do?',
  access: 'staff',
  answers: { 200: levelTable },
});
