import { type Acting, managesInstitution } from '../accounts/index.ts';
import { problem } from '../platform/problem.ts';
import type { Kind, Thing } from './thing.ts';

type Owned = Pick<Thing, 'institutionId'>;

/** An institution's things are looked after by its admins, the consortium's by the owner alone. */
export function mayEditThing(actor: Acting, { institutionId }: Owned): boolean {
  if (institutionId === null) return actor.role === 'owner';
  return managesInstitution(actor, institutionId);
}

/** @throws may_not for who sees a thing and does not look after it */
export function refuseUnlessEditor(actor: Acting, { word }: Kind, thing: Owned): void {
  if (mayEditThing(actor, thing)) return;
  throw problem(
    'may_not',
    thing.institutionId === null
      ? `A ${word} of the consortium is changed by the owner.`
      : `A ${word} is changed by the admins of its institution and the owner.`,
  );
}
