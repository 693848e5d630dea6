import type { PolicyProblem } from '#protocol/policy-problems.ts';
import type { Queries } from '../../platform/database/index.ts';
import type { StaffActor } from '../../platform/http/actor.ts';
import { newId } from '../../platform/ids.ts';
import { addJob } from '../../platform/jobs/index.ts';
import { MAIL } from '../../platform/mail/index.ts';
import type { Parts } from '../../platform/parts.ts';
import { problem } from '../../platform/problem.ts';
import type { Ciphers } from '../../platform/secrets.ts';
import { findPage } from '../store.ts';
import { reportedLetter } from './letters.ts';
import { presentProblem } from './problem.ts';
import { findHeading, insertProblem, listKeepers } from './store.ts';

export type ProblemParts = Parts & { readonly ciphers: Ciphers; readonly publicUrl: string };

interface Report {
  readonly passageId?: string | undefined;
  readonly text: string;
}

/** Any reader tells who looks after the page, by mail too. @throws not_found, breaks_rule */
export function reportProblem(
  parts: ProblemParts,
  actor: StaffActor,
  institutionId: string,
  { passageId, text }: Report,
): Promise<PolicyProblem> {
  const createdAt = parts.clock.now();
  const { accountId, displayName, institutionName } = actor;
  return parts.database.sql.transaction().execute(async (sql) => {
    const page = await findPage(sql, actor, institutionId, createdAt);
    const passage = passageId === undefined ? null : await headingOf(sql, institutionId, passageId);
    const reported = { id: newId(), passage, text, createdAt };
    await insertProblem(sql, { ...reported, institutionId, reporterId: accountId });

    const about = { passage, text, institution: page.institutionName };
    const letter = { ...about, reporter: displayName, from: institutionName };
    for (const keeper of await listKeepers(sql, institutionId, page.ownerId)) {
      if (keeper.id === accountId) continue;
      const url = `${parts.publicUrl}/policies/${institutionId}?tab=problems`;
      await addJob(parts, sql, MAIL, reportedLetter(keeper, letter, url));
    }
    return presentProblem(actor, {
      ...reported,
      reporterId: accountId,
      reportedBy: displayName,
      reporterInstitution: institutionName,
      resolvedAt: null,
      resolvedBy: null,
      note: null,
    });
  });
}

async function headingOf(sql: Queries, institutionId: string, passageId: string): Promise<string> {
  const heading = await findHeading(sql, institutionId, passageId);
  if (heading !== null) return heading;
  const message = 'must be a section or snippet of this page';
  throw problem('breaks_rule', `passageId ${message}.`, [{ path: 'passageId', message }]);
}
