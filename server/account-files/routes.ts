import { Readable } from 'node:stream';
import { exportAccounts, importAccounts, readImportProgress } from '#protocol/account-files.ts';
import { recordExport } from '../audit/index.ts';
import type { LetterParts } from '../passwords/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { file, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { exportAccounts as writeFile } from './export-accounts.ts';
import { importAccounts as takeIn } from './import-accounts.ts';
import { readFile } from './read-file.ts';

type Progress = { readonly done: number; readonly rows: number };

/** Each holds one of the process's few connections to the database, and its processor, for seconds. */
const IMPORTS_AT_ONCE = 2;

export function routeAccountFiles(app: App, parts: Parts & LetterParts): void {
  const { clock, database } = parts;
  /** Imports under way in this process, by who has begun them. */
  const running = new Map<string, Progress | null>();

  route(app, exportAccounts, async ({ actor, query }) => {
    refuseUnlessAdmin(actor);
    const now = clock.now();
    const name = `accounts-${now.toISOString().slice(0, 10)}.csv`;
    await recordExport(database.sql, actor, 'accounts', now);
    const text = await writeFile(database.sql, actor, query.institutionId);
    return file(name, 'text/csv; charset=utf-8', text);
  });

  route(app, readImportProgress, ({ actor }) =>
    ok({ progress: running.get(actor.accountId) ?? null }),
  );

  // A scope of its own: what is taken here is taken nowhere else.
  app.register((scope, _options, done) => {
    takeCsvAlone(scope);
    route(scope, importAccounts, async ({ actor, query, request }) => {
      refuseUnlessAdmin(actor);
      const body = request.body instanceof Readable ? request.body : Readable.from([]);
      const bytes = await readFile(body, lengthOf(request.headers['content-length']));
      refuseIfBusy(running, actor);
      running.set(actor.accountId, null);
      try {
        const report = await takeIn(parts, actor, bytes, {
          dryRun: query.dryRun,
          onProgress: (done, rows) => running.set(actor.accountId, { done, rows }),
        });
        return ok(report);
      } finally {
        running.delete(actor.accountId);
      }
    });
    done();
  });
}

/** The body comes unread: a stranger's hundred megabytes are not taken in before we know who asks. */
function takeCsvAlone(scope: App): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('text/csv', (_request, body, done) => done(null, body));
  scope.addContentTypeParser('*', (_request, _body, done) =>
    done(problem('unsupported_media_type', 'Send the file itself, as text/csv.')),
  );
}

function lengthOf(header: string | undefined): number | undefined {
  return header === undefined ? undefined : Number(header);
}

function refuseUnlessAdmin({ role }: StaffActor): void {
  if (role !== 'operator') return;
  throw problem('may_not', 'Files of accounts are for admins and the owner.');
}

function refuseIfBusy(running: ReadonlyMap<string, unknown>, { accountId }: StaffActor): void {
  if (running.has(accountId))
    throw problem('conflict', 'Another file of yours is being taken in. Wait until it is done.');
  if (running.size < IMPORTS_AT_ONCE) return;
  throw problem(
    'too_many_requests',
    'Others are taking in files at this moment. Try again in half a minute.',
    undefined,
    { 'retry-after': '30' },
  );
}
