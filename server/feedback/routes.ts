import { Readable } from 'node:stream';
import {
  addQualityNote,
  countUnreadFeedback,
  exportFeedback,
  giveFeedback,
  listFeedback,
  readGivenFeedback,
  readQualityNotes,
  replyToQualityNote,
} from '#protocol/feedback.ts';
import { recordExport } from '../audit/index.ts';
import { created, file, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import { type ReadingParts, readLong } from '../platform/long-reads.ts';
import { problem } from '../platform/problem.ts';
import { findReach } from '../scopes/index.ts';
import { addQualityNote as addNote } from './add-note.ts';
import { exportFeedback as readLines } from './export-feedback.ts';
import { readGivenFeedback as readGiven, giveFeedback as saveRating } from './give-feedback.ts';
import { listFeedback as readFeedback } from './list-feedback.ts';
import { countUnread, readNotesOf } from './read-unread.ts';
import { replyToNote } from './reply-to-note.ts';

export function routeFeedback(app: App, parts: ReadingParts): void {
  const { sql } = parts.database;

  route(app, giveFeedback, async ({ actor, params, body }) => {
    // The token is bound to one chat; any other does not exist for it.
    if (actor.chatId !== params.chatId) throw problem('not_found');
    return ok(await saveRating(parts, params.chatId, body));
  });

  route(app, readGivenFeedback, async ({ actor, params }) => {
    if (actor.chatId !== params.chatId) throw problem('not_found');
    return ok(await readGiven(sql, params.chatId));
  });

  route(app, listFeedback, async ({ actor, query, request }) =>
    ok(await readLong(parts, request.signal, (reading) => readFeedback(reading, actor, query))),
  );

  route(app, exportFeedback, async ({ actor, query, request }) => {
    // Before the first line is sent, while a problem can still be answered.
    await findReach(sql, actor, query.scope, 'read_feedback');
    const now = parts.clock.now();
    await recordExport(sql, actor, 'feedback', now);
    const day = now.toISOString().slice(0, 10);
    const lines = Readable.from(readLines(parts, actor, query, request.signal));
    return file(`feedback-${day}.csv`, 'text/csv; charset=utf-8', lines);
  });

  route(app, countUnreadFeedback, async ({ actor }) =>
    ok({ unread: await countUnread(sql, actor) }),
  );

  route(app, addQualityNote, async ({ actor, params, body }) => {
    const { note, isNew } = await addNote(parts, actor, params.chatId, body);
    return isNew ? created(note) : ok(note);
  });

  route(app, replyToQualityNote, async ({ actor, params, body }) =>
    ok(await replyToNote(parts, actor, params, body.text)),
  );

  route(app, readQualityNotes, async ({ actor, params }) =>
    ok({ unread: await readNotesOf(parts, actor, params.chatId) }),
  );
}
