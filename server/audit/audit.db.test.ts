import { sql as fragment } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AuditEntry } from '#protocol/audit.ts';
import { makeAccount, makeInstitution } from '../../test/factories.ts';
import type { StaffHeaders } from '../../test/feature-app.ts';
import { staffHeaders, testFeatureApp, testParts } from '../../test/feature-app.ts';
import { newId } from '../platform/ids.ts';
import { type AuditRecord, recordAudit, recordAudits, routeAudit } from './index.ts';

const parts = await testParts();
const { sql } = parts.database;
const app = testFeatureApp(parts);
routeAudit(app, parts);

const PEOPLE = ['owner', 'admin', 'operator', 'stranger'] as const;
type Person = (typeof PEOPLE)[number];
const as: Partial<Record<Person, StaffHeaders>> = {};
let northfield: string;
let harbour: string;
let ada: { accountId: string; username: string; address: string };

beforeAll(async () => {
  northfield = await makeInstitution(sql, 'northfield');
  harbour = await makeInstitution(sql, 'harbour');
  const signIn = async (person: Person, institutionId: string) => {
    const role = person === 'stranger' ? 'admin' : person;
    const accountId = await makeAccount(sql, { institutionId, username: person, role });
    as[person] = await staffHeaders(parts, accountId);
    return accountId;
  };
  ada = { accountId: await signIn('admin', northfield), username: 'ada', address: '192.0.2.7' };
  await signIn('operator', northfield);
  await signIn('stranger', harbour);
  await signIn('owner', harbour);
});

function renamed(record: Partial<AuditRecord>): AuditRecord {
  return {
    at: parts.clock.now(),
    actor: ada,
    action: 'queue.changed',
    target: { kind: 'queue', id: newId(), name: 'Reference', institutionId: northfield },
    before: { name: 'Reference', kind: 'chat' },
    after: { name: 'Ask us', kind: 'chat' },
    ...record,
  };
}

const call = (person: Person, path: string) =>
  app.inject({ url: `/api/v1${path}`, headers: { ...as[person] } });
type Page = { items: AuditEntry[]; nextCursor: string | null };

async function list(person: Person, query: string): Promise<AuditEntry[]> {
  return (await call(person, `/audit?${query}`)).json<Page>().items;
}

describe('an entry', () => {
  test('tells who, from where, what and whom, and of before and after what differs', async () => {
    const record = renamed({});
    await recordAudit(sql, record);
    expect(await list('admin', `targetId=${record.target.id}`)).toEqual([
      {
        id: expect.any(String),
        at: record.at.toISOString(),
        actorId: ada.accountId,
        actorName: 'ada',
        address: '192.0.2.7',
        action: 'queue.changed',
        targetKind: 'queue',
        targetId: record.target.id,
        targetName: 'Reference',
        institutionId: northfield,
        before: { name: 'Reference' },
        after: { name: 'Ask us' },
      },
    ]);
  });

  test('is not written for a change that changed nothing', async () => {
    const record = renamed({ after: { name: 'Reference', kind: 'chat' } });
    await recordAudit(sql, record);
    expect(await list('owner', `targetId=${record.target.id}`)).toEqual([]);
  });

  test('is written for what has no before and after, by nobody who is signed in', async () => {
    const record = renamed({ actor: null, before: null, after: null });
    await recordAudit(sql, record);
    expect(await list('owner', `targetId=${record.target.id}`)).toMatchObject([
      { actorId: null, actorName: null, address: null, before: null, after: null },
    ]);
  });

  test('is undone with the change whose transaction fails', async () => {
    const record = renamed({});
    const failing = sql.transaction().execute(async (transaction) => {
      await recordAudit(transaction, record);
      throw new Error('the change failed');
    });
    await expect(failing).rejects.toThrow('the change failed');
    expect(await list('owner', `targetId=${record.target.id}`)).toEqual([]);
  });

  test('holds no secret in the table either', async () => {
    const record = renamed({
      before: { passwordHash: '$argon2id$old' },
      after: { passwordHash: '$argon2id$new' },
    });
    await recordAudit(sql, record);
    const rows = await sql
      .selectFrom('audit')
      .selectAll()
      .where('targetId', '=', record.target.id)
      .execute();
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('argon2id');
  });
});

describe('what is written stays', () => {
  test.each([
    ['changed', "update audit set action = 'other.thing'"],
    ['deleted', 'delete from audit'],
    ['emptied', 'truncate audit'],
    ['deleted as a replica would', 'set session_replication_role = replica; delete from audit'],
  ])('it can’t be %s, by the superuser either', async (_how, statement) => {
    await recordAudit(sql, renamed({}));
    const before = await countEntries();
    await expect(parts.database.pool.query(`begin; ${statement}; commit`)).rejects.toMatchObject({
      code: '42501',
    });
    expect(before).toBeGreaterThan(0);
    expect(await countEntries()).toBe(before);
  });

  test('the rights that were given with the table are to read and to add', async () => {
    const { rows } = await fragment<{ right: string }>`
      select distinct lower(privilege_type) as right
      from information_schema.role_table_grants where table_name = 'audit'
    `.execute(sql);
    const rights = rows.map(({ right }) => right);
    expect(rights).toEqual(expect.arrayContaining(['select', 'insert']));
    for (const right of ['update', 'delete', 'truncate']) expect(rights).not.toContain(right);
  });
});

async function countEntries(): Promise<number> {
  const { n } = await sql
    .selectFrom('audit')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

describe('who reads it', () => {
  test('admins what concerns their institution, the owner all, operators nothing', async () => {
    const [ours, theirs, everybodys] = [northfield, harbour, null].map((institutionId) =>
      renamed({
        action: 'thing.made',
        target: { kind: 'thing', id: newId(), name: 'Thing', institutionId },
      }),
    ) as [AuditRecord, AuditRecord, AuditRecord];
    await recordAudits(sql, [ours, theirs, everybodys]);
    const seenBy = async (person: Person) =>
      (await list(person, 'action=thing.made')).map(({ targetId }) => targetId);

    expect(await seenBy('admin')).toEqual([ours.target.id]);
    expect(await seenBy('stranger')).toEqual([theirs.target.id]);
    expect(await seenBy('owner')).toEqual(
      [everybodys, theirs, ours].map(({ target }) => target.id),
    );
    const refused = [await call('operator', '/audit'), await call('operator', '/audit/export')];
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([403, 403]);
    expect((await app.inject('/api/v1/audit')).statusCode).toBe(401);
  });
});

describe('the list', () => {
  test('is leafed through from the newest to the oldest, each entry once', async () => {
    const target = { kind: 'room', id: newId(), name: 'Room', institutionId: northfield };
    await recordAudits(
      sql,
      [1, 2, 3, 4, 5].map((n) => renamed({ target, after: { name: `Room ${n}` } })),
    );
    const seen: unknown[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: string = `/audit?targetId=${target.id}&limit=2${cursor && `&cursor=${cursor}`}`;
      const answer = (await call('admin', page)).json<Page>();
      expect(answer.items.length).toBeLessThanOrEqual(2);
      seen.push(...answer.items.map((entry) => entry.after?.['name']));
      cursor = answer.nextCursor;
    }
    expect(seen).toEqual(['Room 5', 'Room 4', 'Room 3', 'Room 2', 'Room 1']);
    expect((await call('admin', '/audit?cursor=not-one')).statusCode).toBe(400);
  });

  test('is narrowed by actor, action, kind of action, and time', async () => {
    const zoe = { accountId: newId(), username: 'zoe', address: '192.0.2.8' };
    const days = ['2026-03-01T00:00:00.000Z', '2026-03-02T00:00:00.000Z'] as const;
    await recordAudits(sql, [
      renamed({ actor: zoe, action: 'pool.created', at: new Date(days[0]) }),
      renamed({ actor: zoe, action: 'pool.deleted', at: new Date(days[1]) }),
      renamed({ actor: zoe, action: 'pooling.begun', at: new Date(days[1]) }),
    ]);
    const actions = async (query: string) =>
      (await list('owner', `actorId=${zoe.accountId}&${query}`)).map(({ action }) => action);

    expect(await actions('')).toEqual(['pooling.begun', 'pool.deleted', 'pool.created']);
    expect(await actions('action=pool')).toEqual(['pool.deleted', 'pool.created']);
    expect(await actions('action=pool.created')).toEqual(['pool.created']);
    expect(await actions(`from=${days[1]}`)).toEqual(['pooling.begun', 'pool.deleted']);
    expect(await actions(`to=${days[1]}`)).toEqual(['pool.created']);
  });
});

describe('the file', () => {
  test('has a line for each entry that the list would show, however many', async () => {
    const actor = { accountId: newId(), username: '=1+1', address: '192.0.2.9' };
    await recordAudits(
      sql,
      Array.from({ length: 2_001 }, (_, n) => renamed({ actor, after: { name: `Room ${n}` } })),
    );
    await recordAudit(
      sql,
      renamed({
        actor,
        target: { kind: 'queue', id: newId(), name: 'Foreign', institutionId: harbour },
      }),
    );

    const answer = await call('admin', `/audit/export?actorId=${actor.accountId}`);

    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': expect.stringMatching(/^attachment; filename="audit-[\d-]+\.csv"$/),
    });
    const lines = answer.body.split('\r\n');
    expect(lines[0]).toBe('at,actor,address,action,targetKind,target,targetId,before,after');
    expect(lines[1]).toContain(`,'=1+1,192.0.2.9,queue.changed,queue,Reference,`);
    expect(lines[1]).toContain('"{""name"":""Room 2000""}"');
    // The heading, the entries, and the nothing after the last line's end.
    expect(lines).toHaveLength(2_003);
    expect(answer.body).not.toContain('Foreign');
  });
});
