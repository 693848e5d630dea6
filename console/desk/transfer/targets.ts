import type { TransferTargets } from '#protocol/transfers.ts';
import { plainForm } from './plain-form.ts';

/** One place that a chat may go to; `value` tells it apart among all. */
export type Target =
  | {
      readonly kind: 'person';
      readonly value: string;
      readonly person: TransferTargets['people'][number];
    }
  | {
      readonly kind: 'queue';
      readonly value: string;
      readonly queue: TransferTargets['queues'][number];
    }
  | {
      readonly kind: 'coop';
      readonly value: string;
      readonly coop: TransferTargets['coops'][number];
    };

/** Those of which every word that was typed is in a name, in the server's order: who is there first. */
export function findTargets({ people, queues, coops }: TransferTargets, typed: string): Target[] {
  const all: Target[] = [
    ...people.map((person): Target => ({ kind: 'person', value: person.accountId, person })),
    ...queues.map((queue): Target => ({ kind: 'queue', value: queue.queueId, queue })),
    ...coops.map((coop): Target => ({ kind: 'coop', value: coop.coopId, coop })),
  ];
  const words = plainForm(typed).split(/\s+/).filter(Boolean);
  return all.filter((target) => words.every((word) => plainForm(namesOf(target)).includes(word)));
}

/** Somebody with no room, or a co-op that does not answer at this hour, can be seen and not chosen. */
export function mayChoose(target: Target): boolean {
  switch (target.kind) {
    case 'person':
      return target.person.state !== 'away' && target.person.openChats < target.person.maxChats;
    case 'queue':
      return true;
    case 'coop':
      return target.coop.isCovered;
  }
}

function namesOf(target: Target): string {
  switch (target.kind) {
    case 'person':
      return `${target.person.displayName} ${target.person.institutionName}`;
    case 'queue':
      return `${target.queue.name} ${target.queue.ownerName}`;
    case 'coop':
      return target.coop.name;
  }
}
