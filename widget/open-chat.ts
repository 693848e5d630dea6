import type { Language, VisitedPage } from '#protocol/schemas.ts';
import { type Api, type FailureCode, isPassing } from './api.ts';
import { pauseBefore } from './connection.ts';
import type { Shelf } from './shelf.ts';
import { ABNORMAL } from './transport/transport.ts';
import { given, type Opening, type RunningChat } from './visit-state.ts';

export interface OpenChatOptions {
  api: Api;
  widgetId: string;
  shelf: Shelf;
  opening: Opening;
  /** What the patron has before them. */
  page(): VisitedPage | null;
  language: Language;
  onOpened(chat: RunningChat): void;
  /** A try has failed; it goes on by itself. */
  onLate(): void;
  /** It will never go through. The question is back where questions are typed. */
  onRefused(code: FailureCode): void;
}

/**
 * Makes a chat of a question, over lost connections and reloads: its id makes all tries one chat.
 * Returns what stops it. The caller has put the opening on the shelf.
 */
export function openChat(options: OpenChatOptions): () => void {
  const { api, widgetId, shelf, opening } = options;
  const { clientId, question } = opening;
  let stopped = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const attempt = async (failures: number) => {
    const page = options.page();
    const patronToken = shelf.read('patron');
    const answer = await api.openChat(widgetId, {
      clientId,
      question,
      language: options.language,
      ...given(opening),
      ...(page ? { page } : {}),
      ...(patronToken ? { patronToken } : {}),
    });
    if (stopped) return;
    if (answer.ok) {
      const { chatId, token } = answer.body;
      shelf.write('patron', answer.body.patronToken);
      shelf.write('chat', JSON.stringify({ chatId, token }));
      shelf.remove('opening');
      shelf.remove('question');
      options.onOpened({ chatId, token });
      return;
    }
    if (isPassing(answer.code)) {
      options.onLate();
      const pause = pauseBefore(ABNORMAL, failures + 1, Math.random());
      retry = setTimeout(() => void attempt(failures + 1), pause);
      return;
    }
    shelf.write('question', question);
    shelf.remove('opening');
    options.onRefused(answer.code);
  };

  void attempt(1);
  return () => {
    stopped = true;
    clearTimeout(retry);
  };
}
