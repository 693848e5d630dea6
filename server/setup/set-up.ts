import type { z } from 'zod';
import type { setUp as contract } from '#protocol/setup.ts';
import { hashPassword, insertAccount } from '../accounts/index.ts';
import { recordAudit } from '../audit/index.ts';
import { insertInstitution } from '../institutions/index.ts';
import { refuseWeakPassword } from '../passwords/index.ts';
import type { Queries } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import type { Parts } from '../platform/parts.ts';
import { insertAssignment, insertQueue } from '../queues/index.ts';
import type { StoredWidget } from '../widgets/index.ts';
import { findWidget, insertWidget, USUAL_UNANSWERED_SECONDS } from '../widgets/index.ts';
import { refuseUnlessHolds } from './setup-token.ts';
import { lockInstallation, readInstallation, saveSetUp } from './store.ts';
import { tellTakenName } from './taken-name.ts';

type Wishes = z.output<typeof contract.body>;

/** Seconds before a chain's next step would be alerted too; there is none yet, and a queue more soon. */
const FIRST_STEP_SECONDS = 20;

/**
 * Makes the first owner, institution, queue and widget, or nothing at all.
 *
 * @throws not_found or already_set_up for a link that does not hold (any more); breaks_rule when the
 *   username or the institution's code is taken, and for a weak password
 */
export async function setUp(
  { database, clock }: Parts,
  { token, ...wishes }: Wishes,
): Promise<{ accountId: string; widget: StoredWidget }> {
  // Before the hash, which costs a processor 30 ms that strangers shall not spend.
  refuseUnlessHolds(await readInstallation(database.sql), token);
  const { owner, institution } = wishes;
  await refuseWeakPassword(
    owner.password,
    { username: owner.username, institutionName: institution.name },
    'owner.password',
  );
  const passwordHash = await hashPassword(owner.password);
  const now = clock.now();

  return database.sql
    .transaction()
    .execute(async (sql) => {
      refuseUnlessHolds(await lockInstallation(sql), token);
      await saveSetUp(sql, { consortiumName: wishes.consortiumName, setUpAt: now });
      return insertAll(sql, wishes, passwordHash, now);
    })
    .catch(tellTakenName);
}

async function insertAll(
  sql: Queries,
  { owner, institution, queueName, widget: wanted }: Omit<Wishes, 'token'>,
  passwordHash: string,
  createdAt: Date,
): Promise<{ accountId: string; widget: StoredWidget }> {
  const [institutionId, accountId, queueId, widgetId] = [newId(), newId(), newId(), newId()];
  const { code, name, timeZone, language } = institution;

  await insertInstitution(sql, {
    id: institutionId,
    code,
    name,
    timeZone,
    languages: [language],
    createdAt,
  });
  await insertAccount(sql, {
    id: accountId,
    institutionId,
    username: owner.username,
    displayName: owner.displayName,
    email: owner.email ?? null,
    passwordHash,
    role: 'owner',
    language,
    createdAt,
  });
  await insertQueue(sql, {
    id: queueId,
    name: queueName,
    kind: 'chat',
    institutionId,
    coopId: null,
    createdAt,
  });
  await insertAssignment(sql, { queueId, accountId, optedIn: true });
  await insertWidget(sql, {
    id: widgetId,
    institutionId,
    name: wanted.name,
    chain: [{ queueId, waitSeconds: FIRST_STEP_SECONDS }],
    allowedOrigins: wanted.allowedOrigins ?? [],
    texts: {},
    colour: null,
    unansweredSeconds: USUAL_UNANSWERED_SECONDS,
    createdAt,
  });
  await recordAudit(sql, {
    at: createdAt,
    // Whoever had the link; the first account comes of it.
    actor: null,
    action: 'installation.set_up',
    target: { kind: 'institution', id: institutionId, name, institutionId },
    before: null,
    after: { code, timeZone, owner: owner.username, queue: queueName, widget: wanted.name },
  });
  const widget = await findWidget(sql, widgetId);
  if (!widget) throw new Error('The widget that was just made is not there');
  return { accountId, widget };
}
