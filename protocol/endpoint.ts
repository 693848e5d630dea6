import type { z } from 'zod';
import type { ProblemCode } from './problems.ts';

/**
 * Who is let in: `public` anybody, from any origin; `staff` a session cookie; `patron` a chat's
 * token; `party` either, for a chat that they may read.
 */
export type Access = 'public' | 'staff' | 'patron' | 'party';

/** One HTTP operation: the server routes by it, the console calls by it, the API page prints it. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v1`, with parameters in braces. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Media types of the request's body where it is a file, and not JSON. */
  readonly takes?: readonly string[];
  /** Most bytes of the body; BODY_BYTES where it is not told. */
  readonly bodyBytes?: number;
  /** Schema of the body for each success status; null where there is none. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
  /** Media types of the body where it is a file to save, and not JSON. */
  readonly files?: readonly string[];
  /** Problems beyond those that any endpoint may answer (malformed, not_signed_in, too_many_requests). */
  readonly problems?: readonly ProblemCode[];
}

export function endpoint<const Definition extends Endpoint>(definition: Definition): Definition {
  return definition;
}

type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Input<Schema> = Schema extends z.ZodType ? z.input<Schema> : undefined;

/** What the handler gets after parsing. */
export interface Call<Definition extends Endpoint> {
  readonly params: Output<Definition['params']>;
  readonly query: Output<Definition['query']>;
  readonly body: Output<Definition['body']>;
}

/** What a client gives. */
export interface CallInput<Definition extends Endpoint> {
  readonly params: Input<Definition['params']>;
  readonly query: Input<Definition['query']>;
  readonly body: Input<Definition['body']>;
}

export type Answer<Definition extends Endpoint> = {
  [Status in keyof Definition['answers']]: Definition['answers'][Status] extends z.ZodType
    ? z.output<Definition['answers'][Status]>
    : null;
}[keyof Definition['answers']];
