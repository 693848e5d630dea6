import type { Caller, House } from '../driven-house.ts';
import { PASSWORD } from '../passwords.ts';
import type { Recorder } from './recorder.ts';

/** What admins do to a library, its accounts, and in co-ops. Answers the account that was made. */
export async function changeAccounts(
  house: House,
  { does, call }: Recorder,
  asOlga: Caller,
  { institutionId, partnerId }: { readonly institutionId: string; readonly partnerId: string },
): Promise<string> {
  const { sql } = house.parts.database;
  const name = { body: { name: 'The Lakes' } };
  await does('renameConsortium', 'consortium.renamed', asOlga, name);
  const at = { params: { institutionId } };
  const renamed = { ...at, body: { name: 'Lakeside library' } };
  await does('changeInstitution', 'institution.changed', asOlga, renamed);

  const body = { username: 'lakeside-ann-a', institutionId };
  const accountId = idOf(await does('createAccount', 'account.created', asOlga, { body }));
  const her = { params: { accountId } };
  await does('changeAccount', 'account.changed', asOlga, { ...her, body: { maxChats: 3 } });
  const password = { ...her, body: { password: PASSWORD } };
  await does('setPassword', 'account.passwordSet', asOlga, password);
  await house.staff(accountId);
  await does('endAccountSessions', 'account.sessionsEnded', asOlga, her);
  const now = house.parts.clock.now();
  const secret = Buffer.from('open sesame');
  await sql
    .insertInto('authenticators')
    .values({ accountId, secret, createdAt: now, confirmedAt: now })
    .execute();
  await does('removeSecondFactors', 'account.secondFactorsRemoved', asOlga, her);

  const accountIds = [accountId];
  const access = { body: { accountIds, chatAccess: false } };
  await does('changeManyAccounts', 'account.changed', asOlga, access);
  const item = { accountId, queueIds: [], poolIds: [], roomIds: [], chatAccess: true };
  await does('setAssignments', 'account.changed', asOlga, { body: { items: [item] } });
  const file = 'username,displayName\nlakeside-ann-a,Ann Archer\n';
  await does('importAccounts', 'account.changed', asOlga, { query: {}, body: file });

  const many = { body: { accountIds } };
  await does('deleteAccount', 'account.deleted', asOlga, her);
  await does('restoreAccount', 'account.restored', asOlga, her);
  await does('deleteAccounts', 'account.deleted', asOlga, many);
  await does('restoreAccounts', 'account.restored', asOlga, many);

  const made = { body: { name: 'Early Birds', institutionIds: [institutionId] } };
  const coopId = idOf(await does('createCoop', 'coop.created', asOlga, made));
  const here = { params: { coopId } };
  await does('changeCoop', 'coop.renamed', asOlga, { ...here, body: { name: 'Larks' } });
  const partner = { params: { coopId, institutionId: partnerId } };
  await does('addCoopInstitution', 'coop.institutionAdded', asOlga, { ...partner, body: {} });
  await does('removeCoopInstitution', 'coop.institutionRemoved', asOlga, partner);
  const joins = { ...here, body: { accountIds, level: 'regular' } };
  const member = { params: { coopId, accountId } };
  const level = { ...member, body: { level: 'coopAdmin' } };
  await does('addCoopAccounts', 'account.levelGiven', asOlga, joins);
  await does('changeCoopAccount', 'account.levelChanged', asOlga, level);
  await does('removeCoopAccount', 'account.levelTaken', asOlga, member);
  await call('addCoopAccounts', asOlga, joins);
  await does('removeCoopAccounts', 'account.levelTaken', asOlga, { ...here, ...many });
  await call('addCoopAccounts', asOlga, joins);
  await does('deleteCoop', ['account.levelTaken', 'coop.ended'], asOlga, here);
  return accountId;
}

function idOf(body: Record<string, unknown>): string {
  return String(body['id']);
}
