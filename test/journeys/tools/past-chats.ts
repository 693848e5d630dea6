import { EASTVALE, HARBOUR, NORTHFIELD } from '../../../server/demo/libraries.ts';
import type { CarrelProcess } from '../../faults/tools/carrel-process.ts';
import type { JourneyBrowser } from './browser.ts';
import { openDesk } from './desk.ts';

interface PastChat {
  readonly library: typeof HARBOUR;
  readonly name: string;
  readonly question: string;
  readonly answer: string;
  readonly resolution: 'answered' | 'followUpHome';
  readonly rating: number | null;
  readonly comment?: string;
}

const CHATS: readonly PastChat[] = [
  {
    library: HARBOUR,
    name: 'Rosa',
    question: 'My card was refused at the self check, it says I owe a fee but I paid it last week',
    answer: 'I see the payment. The desk clears it tomorrow morning, and renewals work again then.',
    resolution: 'followUpHome',
    rating: 2,
    comment: 'Friendly, but I still cannot renew.',
  },
  {
    library: NORTHFIELD,
    name: 'Tom',
    question: 'How do I cite a podcast in APA 7?',
    answer: 'Host, year, title in italics: https://library.example/apa has the pattern.',
    resolution: 'answered',
    rating: 4,
    comment: 'Quick, and at eleven at night! I did not think that anybody would be there.',
  },
  {
    library: EASTVALE,
    name: 'Amira',
    question:
      'Hi! I need an article from 1987 that the journal page says we only have from 1995. Can I still get it before Friday?',
    answer: 'Yes, very likely: interlibrary loan sends articles as a PDF in one or two days.',
    resolution: 'answered',
    rating: null,
  },
  {
    library: HARBOUR,
    name: 'Luis',
    question: '¿Puedo renovar un préstamo por teléfono?',
    answer: 'Sí, de lunes a viernes hasta las seis. It can be renewed online at any hour, too.',
    resolution: 'answered',
    rating: 1,
  },
];

/** Chats of the three libraries that Mei of Eastvale answered, each through the co-op or at home. */
export async function leavePastChats(
  browser: JourneyBrowser,
  carrel: CarrelProcess,
): Promise<void> {
  const { page } = await openDesk(browser, carrel, 'eastvale-mei-c');
  const asMei = (path: string, body: object) =>
    page.evaluate(
      async ([address, text]) => {
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch(address, { method: 'POST', headers, body: text });
        if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
      },
      [`/api/v1${path}`, JSON.stringify(body)] as const,
    );

  for (const { library, name, question, answer, ...end } of CHATS) {
    const { chatId, token } = await openChat(carrel, library.widgetId, { name, question });
    await asMei(`/chats/${chatId}/claim`, {});
    await asMei(`/chats/${chatId}/messages`, { clientId: crypto.randomUUID(), text: answer });
    const { resolution, rating, comment } = end;
    await asMei(`/chats/${chatId}/close`, {
      clientId: crypto.randomUUID(),
      resolution,
      ...(resolution === 'followUpHome' && { note: 'Fee of $1.50, paid on the 5th.' }),
    });
    if (rating !== null)
      await asPatron(carrel, 'PUT', `/chats/${chatId}/feedback`, { rating, comment }, token);
  }
}

async function openChat(
  carrel: CarrelProcess,
  widgetId: string,
  asked: { name: string; question: string },
): Promise<{ chatId: string; token: string }> {
  const body = { clientId: crypto.randomUUID(), ...asked };
  const answer = await asPatron(carrel, 'POST', `/widgets/${widgetId}/chats`, body);
  return (await answer.json()) as { chatId: string; token: string };
}

async function asPatron(
  carrel: CarrelProcess,
  method: 'POST' | 'PUT',
  path: string,
  body: object,
  token?: string,
): Promise<Response> {
  const answer = await fetch(`${carrel.origin}/api/v1${path}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return answer;
}
