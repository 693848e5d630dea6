import type { Language } from '#protocol/schemas.ts';
import type { Queries } from '../../platform/database/index.ts';

export interface StoredProblem {
  readonly id: string;
  readonly passage: string | null;
  readonly text: string;
  readonly reporterId: string | null;
  readonly reportedBy: string | null;
  readonly reporterInstitution: string | null;
  readonly createdAt: Date;
  readonly resolvedAt: Date | null;
  readonly resolvedBy: string | null;
  readonly note: string | null;
}

export interface NewProblem {
  readonly id: string;
  readonly institutionId: string;
  readonly passage: string | null;
  readonly text: string;
  readonly reporterId: string;
  readonly createdAt: Date;
}

export async function insertProblem(sql: Queries, reported: NewProblem): Promise<void> {
  await sql.insertInto('policyProblems').values(reported).execute();
}

export interface ProblemFilter {
  /** Those of one reporter; null: everybody's. */
  readonly reporterId: string | null;
  readonly state: 'open' | 'resolved' | undefined;
  /** The id of a problem; null begins with the newest. */
  readonly before: string | null;
  readonly limit: number;
}

/** Newest first. */
export function listProblems(
  sql: Queries,
  institutionId: string,
  { reporterId, state, before, limit }: ProblemFilter,
): Promise<StoredProblem[]> {
  return problems(sql, institutionId)
    .where((eb) =>
      eb.and([
        ...(reporterId === null ? [] : [eb('policyProblems.reporterId', '=', reporterId)]),
        ...(state === undefined
          ? []
          : [eb('policyProblems.resolvedAt', state === 'open' ? 'is' : 'is not', null)]),
        ...(before === null ? [] : [eb('policyProblems.id', '<', before)]),
      ]),
    )
    .orderBy('policyProblems.id', 'desc')
    .limit(limit)
    .execute();
}

export function findProblem(
  sql: Queries,
  institutionId: string,
  problemId: string,
): Promise<StoredProblem | undefined> {
  return problems(sql, institutionId).where('policyProblems.id', '=', problemId).executeTakeFirst();
}

function problems(sql: Queries, institutionId: string) {
  return sql
    .selectFrom('policyProblems')
    .leftJoin('accounts as reporter', 'reporter.id', 'policyProblems.reporterId')
    .leftJoin('institutions', 'institutions.id', 'reporter.institutionId')
    .leftJoin('accounts as resolver', 'resolver.id', 'policyProblems.resolverId')
    .select([
      'policyProblems.id',
      'policyProblems.passage',
      'policyProblems.text',
      'policyProblems.reporterId',
      'reporter.displayName as reportedBy',
      'institutions.name as reporterInstitution',
      'policyProblems.createdAt',
      'policyProblems.resolvedAt',
      'resolver.displayName as resolvedBy',
      'policyProblems.note',
    ])
    .where('policyProblems.institutionId', '=', institutionId);
}

export interface Resolution {
  readonly resolvedAt: Date;
  readonly resolverId: string;
  readonly note: string | null;
}

export async function saveResolution(
  sql: Queries,
  problemId: string,
  resolution: Resolution,
): Promise<void> {
  await sql.updateTable('policyProblems').set(resolution).where('id', '=', problemId).execute();
}

/** The heading of a passage that stands on the page now. */
export async function findHeading(
  sql: Queries,
  institutionId: string,
  passageId: string,
): Promise<string | null> {
  const row = await sql
    .selectFrom('policyPassages')
    .select('title')
    .where('institutionId', '=', institutionId)
    .where('id', '=', passageId)
    .executeTakeFirst();
  return row?.title ?? null;
}

/** Whom a letter is for. */
export interface Reached {
  readonly id: string;
  readonly displayName: string;
  readonly email: string;
  readonly language: Language;
}

/** Admins that are written to where nobody looks after a page. */
const MOST_ADMINS = 5;

/** Who looks after the page, or else the library's admins; of these, who can be written to. */
export async function listKeepers(
  sql: Queries,
  institutionId: string,
  ownerId: string | null,
): Promise<Reached[]> {
  if (ownerId !== null) return reached(sql).where('id', '=', ownerId).execute();
  return reached(sql)
    .where('institutionId', '=', institutionId)
    .where('role', '=', 'admin')
    .orderBy('username')
    .limit(MOST_ADMINS)
    .execute();
}

export function findReporter(sql: Queries, accountId: string): Promise<Reached | undefined> {
  return reached(sql).where('id', '=', accountId).executeTakeFirst();
}

function reached(sql: Queries) {
  return sql
    .selectFrom('accounts')
    .select((eb) => [
      'id',
      'displayName',
      eb.ref('email').$notNull().as('email'),
      eb.ref('language').$castTo<Language>().as('language'),
    ])
    .where('email', 'is not', null)
    .where('deletedAt', 'is', null);
}
