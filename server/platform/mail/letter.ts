import { z } from 'zod';
import { language } from '#protocol/schemas.ts';
import type { Task } from '../jobs/index.ts';

/** A mail in words, before it gets its form. Nothing secret belongs in the subject. */
const letter = z.object({
  to: z.string(),
  language,
  subject: z.string(),
  greeting: z.string(),
  /** What it is about. */
  lead: z.string(),
  list: z.array(z.string()),
  button: z.object({ label: z.string(), url: z.string() }),
  /** Below the button: how long it is good, and what to do if it was a mistake. */
  notes: z.array(z.string()),
});
export type Letter = z.infer<typeof letter>;

/**
 * To send a letter: `addJob(parts, sql, MAIL, letter)` in the transaction of its cause. A mail server
 * that is away for a night is waited for; what comes later than that surprises more than it helps.
 */
export const MAIL: Task<Letter> = { name: 'mail', payload: letter, goodForMinutes: 24 * 60 };
