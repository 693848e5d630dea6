import type { Readable } from 'node:stream';

/** What a handler gives back: a status of the endpoint's `answers` and the body that belongs to it. */
export interface Answer<Status extends number, Body> {
  readonly status: Status;
  readonly body: Body;
  readonly headers?: Headers;
}

/** The content of a file: all of it, or read as fast as the network takes it. */
export type FileBody = string | Buffer | Readable;

/** A list for a header that is sent several times: `Set-Cookie`. */
type Headers = Readonly<Record<string, string | string[]>>;

export function ok<const Body>(body: Body, headers: Headers = {}): Answer<200, Body> {
  return { status: 200, body, headers };
}

export function created<const Body>(body: Body, headers: Headers = {}): Answer<201, Body> {
  return { status: 201, body, headers };
}

/** It is noted down, and done afterwards. */
export function accepted(): Answer<202, null> {
  return { status: 202, body: null };
}

export function noContent(headers: Headers = {}): Answer<204, null> {
  return { status: 204, body: null, headers };
}

/** For an endpoint whose answer is a file: the browser saves it under `name`, plain ASCII. */
export function file(name: string, mediaType: string, body: FileBody): Answer<200, FileBody> {
  const headers = {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  };
  return { status: 200, body, headers };
}
