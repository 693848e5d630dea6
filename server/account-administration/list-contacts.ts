import type { z } from 'zod';
import type { Contact, listContacts as contract } from '#protocol/contacts.ts';
import { managesInstitution } from '../accounts/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { problem } from '../platform/problem.ts';
import { findContacts } from './contacts.ts';

/** @throws may_not for an institution that the actor does not manage */
export function listContacts(
  sql: Queries,
  actor: StaffActor,
  { institutionId, q, ids, limit }: z.output<typeof contract.query>,
): Promise<Contact[]> {
  if (!managesInstitution(actor, institutionId))
    throw problem('may_not', 'Contacts are given by the admins of an institution and the owner.');
  const words = q?.split(/\s+/).filter((word) => word !== '') ?? [];
  return findContacts(sql, actor, institutionId, { words, ids, limit });
}
