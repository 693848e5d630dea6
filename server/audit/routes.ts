import { Readable } from 'node:stream';
import { exportAudit, listAudit } from '#protocol/audit.ts';
import { file, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import type { Parts } from '../platform/parts.ts';
import { exportAudit as readLines } from './export-audit.ts';
import { listAudit as readAudit } from './list-audit.ts';
import { recordExport } from './record-export.ts';
import { refuseUnlessAdmin } from './who-may.ts';

export function routeAudit(app: App, { database, clock }: Parts): void {
  route(app, listAudit, async ({ actor, query }) => {
    refuseUnlessAdmin(actor);
    return ok(await readAudit(database.sql, actor, query));
  });

  route(app, exportAudit, async ({ actor, query }) => {
    refuseUnlessAdmin(actor);
    const now = clock.now();
    await recordExport(database.sql, actor, 'audit', now);
    const day = now.toISOString().slice(0, 10);
    const lines = Readable.from(readLines(database.sql, actor, query));
    return file(`audit-${day}.csv`, 'text/csv; charset=utf-8', lines);
  });
}
