import type { Queries } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Ciphers } from '../../platform/secrets.ts';
import { insertAlert, insertSecret, insertVersion, sealCredential } from '../../policies/index.ts';
import { findAccountId } from '../store.ts';
import { EASTVALE_POLICY } from './eastvale.ts';
import { HARBOUR_POLICY } from './harbour.ts';
import { NORTHFIELD_POLICY } from './northfield.ts';
import type { DemoPolicy } from './policy.ts';

const DAY_MS = 86_400_000;
const ALERT_HOURS = 12;

/** What the three libraries want others to know. */
export async function insertPolicies(sql: Queries, ciphers: Ciphers, at: Date): Promise<void> {
  for (const policy of [NORTHFIELD_POLICY, HARBOUR_POLICY, EASTVALE_POLICY])
    await insertPolicy(sql, ciphers, policy, at);
}

async function insertPolicy(
  sql: Queries,
  ciphers: Ciphers,
  policy: DemoPolicy,
  at: Date,
): Promise<void> {
  const { library, owner, savedDaysAgo, reviewInDays, sections, snippets, secrets, alert } = policy;
  const { institutionId } = library;
  const accountId = await findAccountId(sql, owner);
  const daysFromNow = (days: number) => new Date(at.getTime() + days * DAY_MS);
  const savedAt = daysFromNow(-savedDaysAgo);
  await insertVersion(sql, {
    institutionId,
    version: 1,
    content: {
      sections: sections.map(([topic, title, text]) => ({ id: newId(), topic, title, text })),
      snippets: snippets.map(([title, text]) => ({ id: newId(), title, text })),
    },
    ownerId: accountId,
    reviewBy: daysFromNow(reviewInDays).toISOString().slice(0, 10),
    restoredFrom: null,
    at: savedAt,
    accountId,
  });
  for (const { label, ...credential } of secrets) {
    const id = newId();
    const sealed = sealCredential(ciphers, id, credential);
    await insertSecret(sql, { id, institutionId, label, sealed, updatedAt: savedAt, accountId });
  }
  if (alert === null) return;
  const endsAt = new Date(at.getTime() + ALERT_HOURS * 3_600_000);
  await insertAlert(sql, {
    id: newId(),
    institutionId,
    text: alert,
    endsAt,
    createdAt: at,
    accountId,
  });
}
