import type { PolicyProblem } from '#protocol/policy-problems.ts';
import { recordAudit } from '../../audit/index.ts';
import type { StaffActor } from '../../platform/http/actor.ts';
import { addJob } from '../../platform/jobs/index.ts';
import { MAIL } from '../../platform/mail/index.ts';
import { problem } from '../../platform/problem.ts';
import { lockPage } from '../store.ts';
import { refuseUnlessEditor } from '../who-may.ts';
import { resolvedLetter } from './letters.ts';
import { presentProblem } from './problem.ts';
import type { ProblemParts } from './report-problem.ts';
import { findProblem, findReporter, saveResolution } from './store.ts';

/** @throws not_found, may_not, conflict for one that is resolved already */
export function resolveProblem(
  parts: ProblemParts,
  actor: StaffActor,
  { institutionId, problemId }: { institutionId: string; problemId: string },
  written: string,
): Promise<PolicyProblem> {
  const now = parts.clock.now();
  const note = written.trim() === '' ? null : written;
  const { accountId, displayName } = actor;
  return parts.database.sql.transaction().execute(async (sql) => {
    // The page's lock: of two who resolve it at once, the second finds it resolved.
    const page = await lockPage(sql, actor, institutionId, now);
    refuseUnlessEditor(actor, page);
    const reported = await findProblem(sql, institutionId, problemId);
    if (!reported) throw problem('not_found', 'There is no such problem report.');
    if (reported.resolvedAt !== null)
      throw problem('conflict', `${reported.resolvedBy ?? 'Somebody'} has resolved this already.`);

    await saveResolution(sql, problemId, { resolvedAt: now, resolverId: accountId, note });
    const institution = page.institutionName;
    await recordAudit(sql, {
      at: now,
      actor,
      action: 'policy.problemResolved',
      target: { kind: 'policy', id: institutionId, name: institution, institutionId },
      before: null,
      after: { passage: reported.passage, text: reported.text, note },
    });
    const { reporterId, passage } = reported;
    const reporter =
      reporterId === null || reporterId === accountId
        ? undefined
        : await findReporter(sql, reporterId);
    if (reporter) {
      const about = { institution, passage, note, resolver: displayName };
      const url = `${parts.publicUrl}/policies/${institutionId}?tab=problems`;
      await addJob(parts, sql, MAIL, resolvedLetter(reporter, about, url));
    }
    return presentProblem(actor, { ...reported, resolvedAt: now, resolvedBy: displayName, note });
  });
}
