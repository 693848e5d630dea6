import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type QualityNote, readQualityNotes } from '#protocol/feedback.ts';
import { call } from '../platform/api/index.ts';
import { FEEDBACK_KEY } from './unread-query.ts';

/** What is before the reader’s eyes is read. The marks in the list stay until it is read anew. */
export function useReadNotes(chatId: string, notes: readonly QualityNote[]): void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: () => call(readQualityNotes, { params: { chatId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: FEEDBACK_KEY }),
  });
  const isUnread = notes.some(({ unread }) => unread);

  useEffect(() => {
    if (isUnread) mutate();
  }, [isUnread, mutate]);
}
