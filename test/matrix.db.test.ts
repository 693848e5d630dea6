import pg from 'pg';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { AssignmentMatrix } from '#protocol/queue-administration.ts';
import { insertSeed } from '../bin/seed/insert-seed.ts';
import { planSeed } from '../bin/seed/plan.ts';
import { routeAssignments } from '../server/assignments/index.ts';
import { makeAccount, makeInstitution } from './factories.ts';
import { type StaffHeaders, staffHeaders, testFeatureApp, testParts } from './feature-app.ts';

const ACCOUNTS = 10_000;
const QUEUES = 500;

const parts = await testParts();
const { sql } = parts.database;
const app = testFeatureApp(parts);
routeAssignments(app, parts);

const now = new Date('2026-03-02T09:00:00Z');
const plan = planSeed({ accounts: ACCOUNTS, queues: QUEUES }, 'test', now);
let owner: StaffHeaders;
let admin: StaffHeaders;
const [library] = plan.libraries;
if (!library) throw new Error('The plan has no library');

beforeAll(async () => {
  await insertSeed(sql, plan, now);
  const office = await makeInstitution(sql, 'office');
  owner = await staffHeaders(
    parts,
    await makeAccount(sql, { username: 'olga', institutionId: office, role: 'owner' }),
  );
  const adminId = plan.accounts.find(
    ({ institutionId, role }) => institutionId === library.id && role === 'admin',
  )?.id;
  admin = await staffHeaders(parts, adminId ?? '');
});

afterEach(() => {
  vi.restoreAllMocks();
});

async function read(headers: StaffHeaders, query = ''): Promise<AssignmentMatrix> {
  const answer = await app.inject({
    url: `/api/v1/assignments${query}`,
    headers: { ...headers },
  });
  expect(answer.statusCode).toBe(200);
  return answer.json();
}

/** Who staffs what, as pairs of names. */
function pairsOf({ queues, operators }: AssignmentMatrix): string[] {
  return operators
    .flatMap(({ accountId, assigned }) =>
      assigned.map((position) => `${accountId} ${queues[position]?.id}`),
    )
    .sort();
}

const planned = (isMeant: (accountId: string) => boolean) =>
  plan.assignments
    .filter(({ accountId }) => isMeant(accountId))
    .map(({ accountId, queueId }) => `${accountId} ${queueId}`)
    .sort();

describe(`the matrix of ${ACCOUNTS} accounts and ${QUEUES} queues`, () => {
  test('has every assignment of the plan and no other, in rising positions', async () => {
    const matrix = await read(owner);
    expect(matrix.queues).toHaveLength(QUEUES);
    expect(matrix.operators).toHaveLength(ACCOUNTS + 1);
    expect(pairsOf(matrix)).toEqual(planned(() => true));
    const isRising = ({ assigned }: AssignmentMatrix['operators'][number]) =>
      assigned.every((position, n) => n === 0 || position > (assigned[n - 1] ?? 0));
    expect(matrix.operators.every(isRising)).toBe(true);
  });

  test('is one query, beside the one that asks who is there', async () => {
    const queries = vi.spyOn(pg.Client.prototype, 'query');
    await read(owner);
    expect(queries).toHaveBeenCalledTimes(2);
  });
});

test('an admin sees the rows and columns of their institution alone', async () => {
  const matrix = await read(admin);
  const own = new Set(
    plan.accounts.filter(({ institutionId }) => institutionId === library.id).map(({ id }) => id),
  );
  expect(new Set(matrix.operators.map(({ accountId }) => accountId))).toEqual(own);
  expect(new Set(matrix.queues.map(({ institutionId }) => institutionId))).toEqual(
    new Set([library.id]),
  );
  expect(pairsOf(matrix)).toEqual(planned((id) => own.has(id)));
});
