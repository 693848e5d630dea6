import type {
  closeChat,
  leaveChatQuestion,
  openChat,
  PatronChat,
  postMessage,
  readEvents,
} from '#protocol/chats.ts';
import type { Answer, CallInput } from '#protocol/endpoint.ts';
import type { ProblemCode } from '#protocol/problems.ts';
import type { leaveQuestion } from '#protocol/tickets.ts';
import type { WidgetAppearance } from '#protocol/widgets.ts';
import { LONG_POLL_SECONDS } from './limits.ts';

/** `unreachable`: no answer came, so nobody knows whether it was done. Repeat with the same clientId. */
export type FailureCode = ProblemCode | 'unreachable';
export type Result<Body> = { ok: true; body: Body } | { ok: false; code: FailureCode };

type Opening = CallInput<typeof openChat>['body'];
type LeftQuestion = CallInput<typeof leaveQuestion>['body'];
type LeftChatQuestion = CallInput<typeof leaveChatQuestion>['body'];

/** The patron's part of the HTTP API. No call throws. */
export interface Api {
  readAppearance(widgetId: string): Promise<Result<WidgetAppearance>>;
  openChat(widgetId: string, body: Opening): Promise<Result<Answer<typeof openChat>>>;
  leaveQuestion(
    widgetId: string,
    body: LeftQuestion,
  ): Promise<Result<Answer<typeof leaveQuestion>>>;
}

/** The calls of one chat, by its token. */
export interface ChatApi {
  readChat(): Promise<Result<PatronChat>>;
  /** Waits for the next event up to LONG_POLL_SECONDS. */
  awaitEvents(after: number, signal: AbortSignal): Promise<Result<Answer<typeof readEvents>>>;
  postMessage(clientId: string, text: string): Promise<Result<Answer<typeof postMessage>>>;
  closeChat(clientId: string): Promise<Result<Answer<typeof closeChat>>>;
  leaveQuestion(body: LeftChatQuestion): Promise<Result<Answer<typeof leaveChatQuestion>>>;
}

const PASSING = ['unreachable', 'unavailable', 'internal', 'too_many_requests'] as const;
type PassingCode = (typeof PASSING)[number];

/** Milliseconds until an answer is given up; a long poll has its wait on top. */
const PATIENCE = 15_000;

interface Call {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  body?: unknown;
  token?: string;
  patience?: number;
  signal?: AbortSignal;
}

/** `base`: Carrel's own address without a slash at its end. */
export function widgetApi(base: string): Api {
  return {
    readAppearance: (widgetId) =>
      call(base, { method: 'GET', path: `/widgets/${widgetId}/appearance` }),
    openChat: (widgetId, body) =>
      call(base, { method: 'POST', path: `/widgets/${widgetId}/chats`, body }),
    leaveQuestion: (widgetId, body) =>
      call(base, { method: 'POST', path: `/widgets/${widgetId}/questions`, body }),
  };
}

export function chatApi(base: string, chatId: string, token: string): ChatApi {
  const path = `/chats/${chatId}`;
  return {
    readChat: () => call(base, { method: 'GET', path, token }),
    awaitEvents: (after, signal) =>
      call(base, {
        method: 'GET',
        path: `${path}/events?after=${after}&wait=${LONG_POLL_SECONDS}`,
        token,
        patience: PATIENCE + LONG_POLL_SECONDS * 1_000,
        signal,
      }),
    postMessage: (clientId, text) =>
      call(base, { method: 'POST', path: `${path}/messages`, token, body: { clientId, text } }),
    closeChat: (clientId) =>
      call(base, { method: 'POST', path: `${path}/close`, token, body: { clientId } }),
    leaveQuestion: (body) => call(base, { method: 'POST', path: `${path}/question`, token, body }),
  };
}

/** The address of the socket that belongs to `base`. */
export function socketUrl(base: string): string {
  return `${base.replace(/^http/, 'ws')}/api/v1/socket`;
}

export async function call<Body>(base: string, given: Call): Promise<Result<Body>> {
  const headers = new Headers();
  if (given.body !== undefined) headers.set('content-type', 'application/json');
  if (given.token) headers.set('authorization', `Bearer ${given.token}`);
  const giveUp = AbortSignal.timeout(given.patience ?? PATIENCE);
  try {
    const response = await fetch(`${base}/api/v1${given.path}`, {
      method: given.method,
      headers,
      credentials: 'omit',
      cache: 'no-store',
      signal: given.signal ? AbortSignal.any([given.signal, giveUp]) : giveUp,
      ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
    });
    const body: unknown = await response.json();
    return response.ok ? { ok: true, body: body as Body } : { ok: false, code: problemCode(body) };
  } catch {
    // No network, no answer in time, or a proxy's page of HTML in place of an answer.
    return { ok: false, code: 'unreachable' };
  }
}

function problemCode(body: unknown): FailureCode {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
  // An error without a code of Carrel's comes from something between us.
  return typeof code === 'string' ? (code as ProblemCode) : 'unreachable';
}

/** Whether the same call may go through later, unchanged. */
export function isPassing(code: FailureCode): code is PassingCode {
  return (PASSING as readonly FailureCode[]).includes(code);
}
