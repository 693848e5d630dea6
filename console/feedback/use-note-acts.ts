import { useMutation, useQueryClient } from '@tanstack/react-query';
import {
  addQualityNote,
  type QualityNote,
  type RatingValue,
  replyToQualityNote,
} from '#protocol/feedback.ts';
import { call } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { notify, useTrouble } from '../platform/notify/index.ts';
import { FEEDBACK_KEY } from './unread-query.ts';

interface NewNote {
  readonly clientId: string;
  readonly text: string;
  readonly rating: RatingValue | undefined;
  readonly operatorId: string | undefined;
}

/** The home library notes something down; the operator gets it. */
export function useAddNote(chatId: string, onDone: () => void) {
  const t = useText();
  const refresh = useRefreshNotes();
  return useMutation({
    mutationFn: (body: NewNote) => call(addQualityNote, { params: { chatId }, body }),
    onSuccess: async ({ operatorName }) => {
      await refresh();
      onDone();
      notify(t('feedback.note.sent', { operator: operatorName }));
    },
    onError: useTrouble(),
  });
}

/** The operator replies; again: instead of the first reply. */
export function useReply({ id: noteId, chatId }: QualityNote, onDone: () => void) {
  const refresh = useRefreshNotes();
  return useMutation({
    mutationFn: (text: string) =>
      call(replyToQualityNote, { params: { chatId, noteId }, body: { text } }),
    onSuccess: async () => {
      await refresh();
      onDone();
    },
    onError: useTrouble(),
  });
}

/** Notes stand beside transcripts, and in the list of what was said about chats. */
function useRefreshNotes(): () => Promise<unknown> {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['transcripts'] }),
      client.invalidateQueries({ queryKey: FEEDBACK_KEY }),
    ]);
}
