import { Readable } from 'node:stream';
import { exportTranscripts, listTranscripts, readTranscript } from '#protocol/transcripts.ts';
import { recordExport } from '../audit/index.ts';
import { file, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import { type ReadingParts, readLong } from '../platform/long-reads.ts';
import { findReach } from '../scopes/index.ts';
import { exportTranscripts as readLines } from './export-transcripts.ts';
import { listTranscripts as readTranscripts } from './list-transcripts.ts';
import { readTranscript as readWhole } from './read-transcript.ts';

export function routeTranscripts(app: App, parts: ReadingParts): void {
  route(app, listTranscripts, async ({ actor, query, request }) =>
    ok(
      await readLong(parts, request.signal, (reading) =>
        readTranscripts(reading, actor, query, { withPassages: true }),
      ),
    ),
  );

  route(app, exportTranscripts, async ({ actor, query, request }) => {
    // Before the first line is sent, while a problem can still be answered.
    const { sql } = parts.database;
    await findReach(sql, actor, query.scope, 'read_transcripts');
    const now = parts.clock.now();
    await recordExport(sql, actor, 'transcripts', now);
    const day = now.toISOString().slice(0, 10);
    const lines = Readable.from(readLines(parts, actor, query, request.signal));
    return file(`transcripts-${day}.csv`, 'text/csv; charset=utf-8', lines);
  });

  route(app, readTranscript, async ({ actor, params }) =>
    ok(await readWhole(parts, actor, params.chatId)),
  );
}
