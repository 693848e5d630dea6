import { managesInstitution } from '../accounts/index.ts';
import { problem } from '../platform/problem.ts';
import type { Reader } from './readable.ts';

/** What the rules ask of a page. */
export interface Kept {
  readonly institutionId: string;
  /** Who looks after it; null when nobody does. */
  readonly ownerId: string | null;
}

/** Admins of the library, whoever of it looks after the page, and the owner of the installation. */
export function mayEdit(actor: Omit<Reader, 'chatAccess'>, page: Kept): boolean {
  if (managesInstitution(actor, page.institutionId)) return true;
  return actor.institutionId === page.institutionId && actor.accountId === page.ownerId;
}

export function mayChooseOwner(actor: Omit<Reader, 'chatAccess'>, page: Kept): boolean {
  return managesInstitution(actor, page.institutionId);
}

/** @throws may_not for who may only read the page */
export function refuseUnlessEditor(actor: Omit<Reader, 'chatAccess'>, page: Kept): void {
  if (mayEdit(actor, page)) return;
  throw problem(
    'may_not',
    'A policy page is kept by the admins of its library and by its owner. Report a problem instead.',
  );
}
