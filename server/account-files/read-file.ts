import { isUtf8 } from 'node:buffer';
import type { Readable } from 'node:stream';
import { IMPORT_LIMITS } from '#protocol/account-files.ts';
import { type ProblemError, problem } from '../platform/problem.ts';
import { unreadable } from './unreadable.ts';

/**
 * Takes a file in as it arrives, and never more of it than a file may have.
 *
 * @param length what Content-Length says, if it says anything
 * @throws too_large, before the rest is read; breaks_rule for what is no text in UTF-8
 */
export async function readFile(body: Readable, length: number | undefined): Promise<Buffer> {
  if (length !== undefined && length > IMPORT_LIMITS.bytes) throw tooLarge(body);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes > IMPORT_LIMITS.bytes) break;
    chunks.push(chunk);
  }
  if (bytes > IMPORT_LIMITS.bytes) throw tooLarge(body);
  const file = Buffer.concat(chunks);
  refuseUnlessText(file);
  return file;
}

/** The rest runs through unkept: who is cut off while sending never reads the answer. */
function tooLarge(body: Readable): ProblemError {
  body.resume();
  return problem(
    'too_large',
    `A file may have ${IMPORT_LIMITS.bytes / 1_000_000} MB at most: split it into several.`,
  );
}

function refuseUnlessText(file: Buffer): void {
  if (isUtf8(file) && !file.includes(0)) return;
  throw unreadable(
    'notText',
    'This is not a CSV file in UTF-8. Save it from your spreadsheet as “CSV UTF-8” and try again.',
  );
}
