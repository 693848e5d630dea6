import { Readable } from 'node:stream';
import {
  assignOperator,
  exportMatrix,
  readMatrix,
  unassignOperator,
} from '#protocol/queue-administration.ts';
import {
  addPoolMember,
  addRoomMember,
  removePoolMember,
  removeRoomMember,
} from '#protocol/shared-things.ts';
import { recordExport } from '../audit/index.ts';
import { file, noContent, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import type { Parts } from '../platform/parts.ts';
import { POOL, ROOM } from '../shared-things/index.ts';
import { assignOperator as assign, unassignOperator as unassign } from './assign-operator.ts';
import { addMember, removeMember } from './change-members.ts';
import { matrixAsCsv, matrixAsXlsx } from './export-matrix.ts';
import { presentMatrix } from './matrix.ts';
import { readStoredMatrix } from './store.ts';
import { refuseUnlessAdmin } from './who-may.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function routeAssignments(app: App, parts: Parts): void {
  const { clock, database } = parts;

  route(app, readMatrix, async ({ actor, query }) => {
    refuseUnlessAdmin(actor);
    return ok(presentMatrix(actor, await readStoredMatrix(database.sql, actor, query)));
  });
  route(app, exportMatrix, async ({ actor, query: { format, ...filter } }) => {
    refuseUnlessAdmin(actor);
    const matrix = await readStoredMatrix(database.sql, actor, filter);
    const now = clock.now();
    const name = `assignments-${now.toISOString().slice(0, 10)}.${format}`;
    await recordExport(database.sql, actor, 'assignments', now);
    if (format === 'xlsx') return file(name, XLSX, await matrixAsXlsx(matrix));
    return file(name, 'text/csv; charset=utf-8', Readable.from(matrixAsCsv(matrix)));
  });

  route(app, assignOperator, async ({ actor, params }) => {
    await assign(parts, actor, params);
    return noContent();
  });
  route(app, unassignOperator, async ({ actor, params }) => {
    await unassign(parts, actor, params);
    return noContent();
  });

  route(app, addPoolMember, async ({ actor, params: { poolId: id, accountId } }) => {
    await addMember(parts, POOL, actor, { id, accountId });
    return noContent();
  });
  route(app, removePoolMember, async ({ actor, params: { poolId: id, accountId } }) => {
    await removeMember(parts, POOL, actor, { id, accountId });
    return noContent();
  });
  route(app, addRoomMember, async ({ actor, params: { roomId: id, accountId } }) => {
    await addMember(parts, ROOM, actor, { id, accountId });
    return noContent();
  });
  route(app, removeRoomMember, async ({ actor, params: { roomId: id, accountId } }) => {
    await removeMember(parts, ROOM, actor, { id, accountId });
    return noContent();
  });
}
