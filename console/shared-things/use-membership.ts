import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ASSIGNMENTS_KEY } from '../assignments/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { notify, useTrouble } from '../platform/notify/index.ts';
import type { Person } from './find-people.ts';
import type { Thing, ThingKind } from './thing.ts';

interface Membership {
  readonly person: Person;
  readonly isMember: boolean;
}

/** Who is in a thing, as ticked: shown at once, taken back when it is refused. */
export function useMembership(kind: ThingKind, thing: Thing) {
  const t = useText();
  const queryClient = useQueryClient();
  const tellTrouble = useTrouble();
  const [changes, setChanges] = useState<ReadonlyMap<string, boolean>>(new Map());
  const members = useMemo(() => new Set(thing.memberIds), [thing.memberIds]);
  const isMember = (accountId: string) => changes.get(accountId) ?? members.has(accountId);

  const isOpen = useRef(true);
  const refresh = useCallback(() => {
    for (const queryKey of [kind.key, ASSIGNMENTS_KEY, ['accounts']]) {
      void queryClient.invalidateQueries({ queryKey });
    }
  }, [queryClient, kind]);
  // Lists are read again when the drawer closes, and not after each tick.
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
      refresh();
    };
  }, [refresh]);

  const mark = ({ person, isMember: is }: Membership) =>
    setChanges((before) => new Map(before).set(person.accountId, is));
  const saving = useMutation({
    // One after the other: the last tick is the one that stays.
    scope: { id: `members-${thing.id}` },
    mutationFn: ({ person, isMember: is }: Membership) =>
      is
        ? kind.addMember(thing.id, person.accountId)
        : kind.removeMember(thing.id, person.accountId),
    onMutate: mark,
    onError: (error, { person, isMember: is }) => {
      mark({ person, isMember: !is });
      tellTrouble(error);
    },
    // Taken back by the notice, when the drawer is gone already.
    onSettled: () => {
      if (!isOpen.current) refresh();
    },
  });
  const toggle = (person: Person) => {
    const is = !isMember(person.accountId);
    saving.mutate(
      { person, isMember: is },
      {
        onSuccess: () =>
          notify(
            t(is ? 'things.memberAdded' : 'things.memberRemoved', {
              person: person.displayName,
              name: thing.name,
            }),
            {
              label: t('shell.undo'),
              act: () => saving.mutate({ person, isMember: !is }),
            },
          ),
      },
    );
  };
  return { isMember, toggle };
}
