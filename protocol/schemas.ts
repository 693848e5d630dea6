import { z } from 'zod';
import { EMAIL_CHARACTERS, MESSAGE_CHARACTERS, NAME_CHARACTERS, URL_CHARACTERS } from './limits.ts';

/** A UUID; those that Carrel makes are version 7, so that they sort by time. */
export const id = z.uuid();
export type Id = string;

/** ISO 8601 in UTC, with milliseconds. */
export const instant = z.iso.datetime();

/** What somebody wrote: at least one visible character. Nothing is trimmed, so that code keeps its indent. */
export const writtenText = plainText(MESSAGE_CHARACTERS).refine((text) => text.trim() !== '', {
  error: 'must not be empty',
});

/**
 * Any text up to a length. PostgreSQL cannot store a NUL character, and nobody types one. Half an
 * emoji, left by a cut, becomes U+FFFD here: stored it would, and what others hear is what is stored.
 */
export function plainText(characters: number) {
  return z
    .string()
    .max(characters)
    .overwrite((text) => text.toWellFormed())
    .refine((text) => !text.includes('\0'), { error: 'must not contain a NUL character' });
}

export const personName = z
  .string()
  .trim()
  .min(1)
  .max(NAME_CHARACTERS)
  .overwrite((name) => name.toWellFormed())
  .regex(/^[^\p{Cc}]+$/u);
export const emailAddress = z.email().max(EMAIL_CHARACTERS);
// No address, no further questions: what refines it may rely on an address that can be read.
export const webAddress = z
  .url({ protocol: /^https?$/, abort: true })
  .max(URL_CHARACTERS)
  .overwrite((address) => address.toWellFormed())
  .refine((address) => !address.includes('\0'), { error: 'must not contain a NUL character' });

/** The page a patron had before them. */
export const visitedPage = z.object({
  url: webAddress,
  title: plainText(300),
});
export type VisitedPage = z.infer<typeof visitedPage>;

/** Languages that Carrel speaks itself. */
export const language = z.literal(['en', 'fr', 'es']);
export type Language = z.infer<typeof language>;

/** A page of a list. `nextCursor` is null on the last one. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
