import {
  endPolicyAlert,
  listPolicyPages,
  listPolicyVersions,
  raisePolicyAlert,
  readPolicy,
  readPolicyVersion,
  restorePolicyVersion,
  savePolicy,
  searchPolicies,
} from '#protocol/policies.ts';
import {
  listPolicyProblems,
  reportPolicyProblem,
  resolvePolicyProblem,
} from '#protocol/policy-problems.ts';
import {
  addPolicySecret,
  deletePolicySecret,
  listPolicySecrets,
  replacePolicySecret,
  revealPolicySecret,
} from '#protocol/policy-secrets.ts';
import { created, noContent, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { limitedTo } from '../platform/http/limited-to.ts';
import { route } from '../platform/http/route.ts';
import { endAlert, raiseAlert } from './alerts.ts';
import { listPages } from './list-pages.ts';
import { listProblems } from './problems/problem.ts';
import { type ProblemParts, reportProblem } from './problems/report-problem.ts';
import { resolveProblem } from './problems/resolve-problem.ts';
import { readPage } from './read-page.ts';
import { savePage } from './save-page.ts';
import { searchPages } from './search-pages.ts';
import { addSecret, deleteSecret, replaceSecret } from './secrets/keep-secrets.ts';
import { type ReadableChats, revealSecret } from './secrets/reveal-secret.ts';
import { listLabels } from './secrets/store.ts';
import { findPage } from './store.ts';
import { listVersions, readVersion, restoreVersion } from './versions.ts';

export type PolicyParts = ProblemParts &
  ReadableChats & {
    /** Milliseconds that never run backwards, for rate limits. */
    readonly ticks: () => number;
  };

/** Nobody needs thirty credentials at once; who copies them all is slowed to one a minute. */
const REVEALS = { perSecond: 1 / 60, burst: 30 };
/** Each is a mail in somebody's box. */
const REPORTS = { perSecond: 1 / 60, burst: 20 };

export function routePolicies(app: App, parts: PolicyParts): void {
  const { clock, database } = parts;
  const { sql } = database;
  const takeReveal = limitedTo(REVEALS, parts.ticks);
  const takeReport = limitedTo(REPORTS, parts.ticks);

  route(app, searchPolicies, async ({ actor, query }) => ok(await searchPages(sql, actor, query)));
  route(app, listPolicyPages, async ({ actor, query }) =>
    ok(await listPages(sql, actor, query, clock.now())),
  );
  route(app, readPolicy, async ({ actor, params }) =>
    ok(await readPage(sql, actor, params.institutionId, clock.now())),
  );
  route(app, savePolicy, async ({ actor, params, body }) =>
    ok(await savePage(parts, actor, params.institutionId, body)),
  );
  route(app, listPolicyVersions, async ({ actor, params, query }) =>
    ok(await listVersions(parts, actor, params.institutionId, query)),
  );
  route(app, readPolicyVersion, async ({ actor, params }) =>
    ok(await readVersion(parts, actor, params.institutionId, params.version)),
  );
  route(app, restorePolicyVersion, async ({ actor, params, body }) =>
    ok(await restoreVersion(parts, actor, params, body.version)),
  );
  route(app, raisePolicyAlert, async ({ actor, params, body }) =>
    created(await raiseAlert(parts, actor, params.institutionId, body)),
  );
  route(app, endPolicyAlert, async ({ actor, params }) => {
    await endAlert(parts, actor, params);
    return noContent();
  });

  route(app, listPolicySecrets, async ({ actor, params, query }) => {
    const page = await findPage(sql, actor, params.institutionId, clock.now());
    return ok(await listLabels(sql, page.institutionId, query));
  });
  route(app, addPolicySecret, async ({ actor, params, body }) =>
    created(await addSecret(parts, actor, params.institutionId, body)),
  );
  route(app, replacePolicySecret, async ({ actor, params, body }) =>
    ok(await replaceSecret(parts, actor, params, body)),
  );
  route(app, deletePolicySecret, async ({ actor, params }) => {
    await deleteSecret(parts, actor, params);
    return noContent();
  });
  route(app, revealPolicySecret, async ({ actor, params, body }) => {
    takeReveal(actor.accountId);
    const credential = await revealSecret(parts, actor, params, body.chatId ?? null);
    return ok(credential, { 'cache-control': 'no-store' });
  });

  route(app, listPolicyProblems, async ({ actor, params, query }) =>
    ok(await listProblems(parts, actor, params.institutionId, query)),
  );
  route(app, reportPolicyProblem, async ({ actor, params, body }) => {
    takeReport(actor.accountId);
    return created(await reportProblem(parts, actor, params.institutionId, body));
  });
  route(app, resolvePolicyProblem, async ({ actor, params, body }) =>
    ok(await resolveProblem(parts, actor, params, body.note)),
  );
}
