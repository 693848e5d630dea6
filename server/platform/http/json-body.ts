import { isUtf8 } from 'node:buffer';
import { BODY_BYTES } from '#protocol/limits.ts';
import { problem } from '../problem.ts';
import type { App } from './app.ts';

/**
 * Bodies are JSON in UTF-8, or nothing. Node would turn broken bytes into question marks without a word,
 * and a page of another site may send `text/plain` without asking: neither gets in.
 */
export function takeJsonAlone(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: BODY_BYTES },
    (request, bytes: Buffer, done) => {
      if (bytes.length === 0) {
        done(null, undefined);
        return;
      }
      if (!isUtf8(bytes)) {
        done(problem('malformed', 'The body is not valid UTF-8.'));
        return;
      }
      return parse(request, bytes.toString('utf8'), done);
    },
  );
}
