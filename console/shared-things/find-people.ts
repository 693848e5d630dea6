import type { AssignmentMatrix } from '#protocol/queue-administration.ts';
import { hasWords } from '../platform/fields/index.ts';
import type { Thing } from './thing.ts';

export type Person = AssignmentMatrix['operators'][number];

interface Wanted {
  readonly thing: Pick<Thing, 'institutionId' | 'memberIds'>;
  readonly typed: string;
  /** Null: whether or not they are members. */
  readonly isMember: ((accountId: string) => boolean) | null;
}

/** People of the thing's own library, for the consortium's of all; and whoever is in it from elsewhere. */
export function findPeople(people: readonly Person[], wanted: Wanted): Person[] {
  const { thing, typed, isMember } = wanted;
  const members = new Set(thing.memberIds);
  return people.filter(
    ({ accountId, institutionId, institutionName, username, displayName }) =>
      (thing.institutionId === null ||
        thing.institutionId === institutionId ||
        members.has(accountId)) &&
      (isMember === null || isMember(accountId)) &&
      hasWords(`${username} ${displayName} ${institutionName}`, typed),
  );
}
