import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { assignOperator, unassignOperator } from '#protocol/queue-administration.ts';
import { call } from '../platform/api/index.ts';
import { useTrouble } from '../platform/notify/index.ts';
import { matrixQuery } from './queries.ts';
import { type Assignment, withAssignment } from './with-assignment.ts';

/** A change with the names of both, so that it can be told of. */
export interface ToldAssignment extends Assignment {
  readonly operator: string;
  readonly queue: string;
}

/** Assigns cell by cell: shown at once, taken back when refused. `undo` takes back the last, then the one before. */
export function useAssign() {
  const queryClient = useQueryClient();
  const tellTrouble = useTrouble();
  const [done, setDone] = useState<readonly ToldAssignment[]>([]);

  const show = useCallback(
    (change: Assignment) =>
      queryClient.setQueryData(matrixQuery.queryKey, (matrix) =>
        matrix ? withAssignment(matrix, change) : matrix,
      ),
    [queryClient],
  );
  const { mutate } = useMutation({
    // One after the other, so that the last click on a cell is the one that stays.
    scope: { id: 'assignments' },
    mutationFn: ({ accountId, queueId, isAssigned }: ToldAssignment) =>
      call(isAssigned ? assignOperator : unassignOperator, { params: { queueId, accountId } }),
    onMutate: show,
    onError: (error, change) => {
      show({ ...change, isAssigned: !change.isAssigned });
      setDone((before) => before.filter((other) => other !== change));
      tellTrouble(error);
    },
  });

  // Elsewhere they are shown too; there they are read again when somebody looks.
  useEffect(
    () => () => {
      void queryClient.invalidateQueries({ queryKey: ['accounts'], refetchType: 'none' });
      void queryClient.invalidateQueries({ queryKey: ['queues'], refetchType: 'none' });
    },
    [queryClient],
  );

  const assign = useCallback(
    (change: ToldAssignment) => {
      setDone((before) => [...before, change]);
      mutate(change);
    },
    [mutate],
  );
  const undo = useCallback(() => {
    const last = done.at(-1);
    if (!last) return;
    setDone(done.slice(0, -1));
    mutate({ ...last, isAssigned: !last.isAssigned });
  }, [done, mutate]);

  return { assign, undo, done };
}
