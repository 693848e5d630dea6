import type { Result } from './api.ts';
import { newId } from './id.ts';
import { readStored, type Shelf } from './shelf.ts';

export interface LeftQuestion {
  question: string;
  name?: string;
  email?: string;
}

interface Leaving {
  clientId: string;
  /** The body as it was sent. */
  sent: string;
}

/**
 * Leaves a question so that a repeat is known for one, also over a reload: the same words go out
 * under the same id. Changed words are a new question: the server would answer the first again.
 */
export async function leaveOnce<Body>(
  shelf: Shelf,
  question: LeftQuestion,
  leave: (body: LeftQuestion & { clientId: string }) => Promise<Result<Body>>,
): Promise<Result<Body>> {
  const sent = JSON.stringify(question);
  const before = readStored<Leaving>(shelf, 'leaving', ['clientId', 'sent']);
  const clientId = before?.sent === sent ? before.clientId : newId();
  shelf.write('leaving', JSON.stringify({ clientId, sent }));
  const result = await leave({ ...question, clientId });
  if (result.ok) shelf.remove('leaving');
  return result;
}
