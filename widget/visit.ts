import type { Language } from '#protocol/schemas.ts';
import type { Availability, WidgetAppearance } from '#protocol/widgets.ts';
import { chatApi, type FailureCode, type Result, socketUrl, widgetApi } from './api.ts';
import { type Conversation, startConversation } from './conversation.ts';
import { newId } from './id.ts';
import { leaveOnce } from './leave-once.ts';
import { openChat } from './open-chat.ts';
import { isOutboxName, openOutbox } from './outbox.ts';
import { readStored, type Shelf } from './shelf.ts';
import type { StoredName } from './stored-names.ts';
import { pollTransport } from './transport/poll.ts';
import { socketTransport } from './transport/socket.ts';
import {
  ARRIVING,
  type Details,
  given,
  type Opening,
  type RunningChat,
  type VisitState,
} from './visit-state.ts';
import { currentPage, watchPage } from './visited-page.ts';

/** One patron at one widget: from the question to the end of the chat, over pages and tabs. */
export interface Visit {
  /** Reads the widget's look and takes up what runs. */
  begin(): void;
  state(): VisitState;
  conversation(): Conversation | null;
  setAvailability(availability: Availability): void;
  /** Reads the widget's look again, after trouble. */
  arrive(): void;
  ask(question: string, details: Details, language: Language): void;
  /** A question that could not be sent yet goes back into its field. */
  takeBack(): void;
  /** The form: a question to answer later, of the running chat if there is one. Null on success. */
  /** `language`: of the page, for the answer by mail. */
  leaveQuestion(
    question: string,
    details: Details,
    language: Language,
  ): Promise<FailureCode | null>;
  /** Null on success. */
  endChat(): Promise<FailureCode | null>;
  /** Back to the empty field. What was never sent becomes the start of the new question. */
  startAnew(): void;
}

export interface VisitOptions {
  base: string;
  widgetId: string;
  shelf: Shelf;
  /** If it is known already. */
  appearance: WidgetAppearance | null;
  onChange(): void;
}

export function startVisit(options: VisitOptions): Visit {
  const { base, widgetId, shelf, onChange } = options;
  const api = widgetApi(base);
  const outbox = openOutbox(shelf);
  const read = (name: StoredName) => shelf.read(name) ?? '';
  let state: VisitState = { ...ARRIVING, appearance: options.appearance };
  let conversation: Conversation | null = null;
  let stopWatching: (() => void) | null = null;
  let stopOpening: (() => void) | null = null;

  const change = (part: Partial<VisitState>) => {
    state = { ...state, ...part };
    onChange();
  };

  const arrive = async () => {
    const answer = await api.readAppearance(widgetId);
    if (answer.ok) change({ appearance: answer.body, trouble: null });
    else if (!state.appearance) change({ trouble: answer.code });
  };

  const join = ({ chatId, token }: RunningChat) => {
    if (state.chat?.chatId === chatId) return;
    part();
    const calls = chatApi(base, chatId, token);
    const begun = startConversation({
      chatId,
      token,
      outbox,
      socket: (hello) => socketTransport(socketUrl(base), hello),
      poll: (after) => pollTransport(calls, after),
      onChange: () => change({ chat: { chatId, token, conversation: begun.state() } }),
    });
    conversation = begun;
    stopWatching = watchPage(begun.visit);
    change({
      chat: { chatId, token, conversation: begun.state() },
      opening: null,
      openingLate: false,
      refused: null,
    });
  };

  const part = () => {
    stopOpening?.();
    stopWatching?.();
    conversation?.stop();
    conversation = null;
  };

  const open = (opening: Opening) => {
    change({ opening, openingLate: false, refused: null });
    stopOpening = openChat({
      api,
      widgetId,
      shelf,
      page: currentPage,
      opening,
      language: opening.language,
      onOpened: join,
      onLate: () => change({ openingLate: true }),
      onRefused: (refused) => change({ opening: null, openingLate: false, refused }),
    });
  };

  const resume = () => {
    const chat = readStored<RunningChat>(shelf, 'chat', ['chatId', 'token']);
    if (chat) return join(chat);
    const opening = readStored<Opening>(shelf, 'opening', [
      'clientId',
      'question',
      'at',
      'name',
      'email',
    ]);
    if (opening && !state.opening) open(opening);
  };

  /** What another tab wrote. */
  const onStorage = ({ key }: StorageEvent) => {
    const name = key === null ? null : shelf.nameOf(key);
    if (name === 'chat' && shelf.read('chat') === null) leaveChat();
    else if (name === 'chat') resume();
    else if (name !== null && isOutboxName(name)) conversation?.rereadOutbox();
  };

  const leaveChat = () => {
    part();
    change({ chat: null, opening: null, openingLate: false });
  };

  addEventListener('storage', onStorage);
  addEventListener('online', () => {
    conversation?.connection.goOnline();
    if (!state.appearance) void arrive();
  });
  addEventListener('offline', () => conversation?.connection.goOffline());
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) conversation?.connection.wake();
  });
  // A page that comes back out of the browser's memory brings a dead connection with it.
  addEventListener('pageshow', (event) => {
    if (event.persisted) conversation?.connection.goOnline();
  });

  return {
    begin() {
      if (!state.appearance) void arrive();
      resume();
    },
    state: () => state,
    conversation: () => conversation,
    arrive: () => void arrive(),
    setAvailability({ online, away }) {
      if (state.appearance) change({ appearance: { ...state.appearance, online, away } });
      else void arrive();
    },
    ask(question, details, language) {
      const opening = {
        clientId: newId(),
        question,
        ...details,
        language,
        at: new Date().toISOString(),
      };
      shelf.write('opening', JSON.stringify(opening));
      open(opening);
    },
    takeBack() {
      if (!state.opening) return;
      stopOpening?.();
      shelf.write('question', state.opening.question);
      shelf.remove('opening');
      change({ opening: null, openingLate: false });
    },
    async leaveQuestion(question, details, language) {
      const page = currentPage();
      const chat = state.chat;
      const result = await leaveOnce(
        shelf,
        { question, ...given(details) },
        (body): Promise<Result<unknown>> =>
          chat
            ? chatApi(base, chat.chatId, chat.token).leaveQuestion(body)
            : api.leaveQuestion(widgetId, { ...body, language, ...(page ? { page } : {}) }),
      );
      return result.ok ? null : result.code;
    },
    async endChat() {
      if (!state.chat) return null;
      const result = await chatApi(base, state.chat.chatId, state.chat.token).closeChat(newId());
      return result.ok || result.code === 'chat_closed' ? null : result.code;
    },
    startAnew() {
      const unsent = state.chat?.conversation.outgoing ?? [];
      const question = [...unsent.map((message) => message.text), read('draft')]
        .filter(Boolean)
        .join('\n\n');
      for (const { clientId } of unsent) outbox.settle(clientId);
      // Who comes next may be somebody else, at a public computer.
      for (const name of ['chat', 'draft', 'details', 'seen', 'leaving'] as const)
        shelf.remove(name);
      if (question) shelf.write('question', question);
      else shelf.remove('question');
      leaveChat();
    },
  };
}
