import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { PAGE_ITEMS } from './limits.ts';
import { id, plainText } from './schemas.ts';

/** Somebody whom an account may have for a contact. */
export const contact = z.object({
  id,
  username: z.string(),
  displayName: z.string(),
  institutionName: z.string(),
});
export type Contact = z.infer<typeof contact>;

export const listContacts = endpoint({
  method: 'GET',
  path: '/contacts',
  summary:
    'Whom accounts of an institution may have for contacts: its own, and those of partners in a co-op',
  access: 'staff',
  query: z.object({
    institutionId: id,
    /** Any part of username, name or institution. */
    q: plainText(200).optional(),
    /** These alone, divided by commas: for their names. */
    ids: z
      .string()
      .max(40_000)
      .transform((list) => list.split(',').filter((part) => part !== ''))
      .pipe(z.array(id))
      .optional(),
    limit: z.coerce.number().int().min(1).max(PAGE_ITEMS.most).default(PAGE_ITEMS.usual),
  }),
  answers: { 200: z.object({ items: z.array(contact) }) },
  problems: ['may_not'],
});
