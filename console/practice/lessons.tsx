import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { finishTour } from '#protocol/practice.ts';
import { call, queryClient } from '../platform/api/index.ts';
import { sessionQuery, useIsToured } from '../session/index.ts';
import { endLesson, showLesson, useLesson } from './lesson.ts';
import { PracticeDialog } from './practice-dialog.tsx';
import { Tour } from './tour.tsx';

/** Beside the desk: the tour at the first sign-in, and whatever lesson was asked for. */
export function Lessons() {
  const lesson = useLesson();
  const isToured = useIsToured();
  // A tour that could not be written down comes again at the next sign-in, which does no harm.
  const finish = useMutation({ mutationFn: () => call(finishTour) });

  // Who comes from another page by the menu finds no desk to point at before it is drawn.
  const [isDrawn, setDrawn] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: at the arrival alone.
  useEffect(() => {
    setDrawn(true);
    if (!isToured && lesson === null) showLesson('tour');
  }, []);

  const endTour = () => {
    endLesson();
    document.getElementById('main')?.focus();
    if (isToured) return;
    queryClient.setQueryData(sessionQuery.queryKey, (held) => held && { ...held, isToured: true });
    finish.mutate();
  };

  return (
    <>
      {lesson === 'tour' && isDrawn && <Tour onEnd={endTour} />}
      <PracticeDialog isOpen={lesson === 'practice'} onClose={endLesson} />
    </>
  );
}
