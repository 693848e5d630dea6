import type { LightMyRequestResponse } from 'fastify';
import type { savePolicy } from '#protocol/policies.ts';
import { findReadableChat } from '../server/chats/index.ts';
import { newId } from '../server/platform/ids.ts';
import { routePolicies } from '../server/policies/index.ts';
import { makeAccount, makeCoop, makeInstitution, makeMember, makeQueue } from './factories.ts';
import { staffHeaders, testFeatureApp, testParts } from './feature-app.ts';

type Save = (typeof savePolicy)['body']['_zod']['input'];
type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * Northfield and Harbour answer for each other; Eastvale is a stranger to both. Ada is Northfield's
 * admin, Sadie and Omar work there; Hana of Harbour has a level, Hugo of Harbour none; Eve is an
 * operator of Eastvale, and Olga of Eastvale owns it all. For the top of a test file.
 */
export async function openPolicies() {
  const parts = { ...(await testParts()), findReadableChat };
  const { sql } = parts.database;
  const app = testFeatureApp(parts);
  let milliseconds = 0;
  routePolicies(app, { ...parts, ticks: () => milliseconds });

  const northfield = await makeInstitution(sql, 'northfield');
  const harbour = await makeInstitution(sql, 'harbour');
  const eastvale = await makeInstitution(sql, 'eastvale');
  const coopId = await makeCoop(sql, 'Night Owls', [northfield, harbour]);
  const queueId = await makeQueue(sql, { coopId });
  const person = (username: string, institutionId: string, role: 'operator' | 'admin' | 'owner') =>
    makeAccount(sql, { username, institutionId, role });
  const ids = {
    ada: await person('ada', northfield, 'admin'),
    sadie: await person('sadie', northfield, 'operator'),
    omar: await person('omar', northfield, 'operator'),
    hana: await person('hana', harbour, 'operator'),
    hugo: await person('hugo', harbour, 'admin'),
    eve: await person('eve', eastvale, 'admin'),
    olga: await person('olga', eastvale, 'owner'),
  };
  await makeMember(sql, { coopId, accountId: ids.hana, level: 'regular', optedInto: [queueId] });
  const signIn = (accountId: string) => staffHeaders(parts, accountId);
  const as = {
    ada: await signIn(ids.ada),
    sadie: await signIn(ids.sadie),
    omar: await signIn(ids.omar),
    hana: await signIn(ids.hana),
    hugo: await signIn(ids.hugo),
    eve: await signIn(ids.eve),
    olga: await signIn(ids.olga),
  };
  type Name = keyof typeof as;

  const ask = (
    who: Name,
    method: Method,
    path: string,
    payload?: object,
  ): Promise<LightMyRequestResponse> =>
    app.inject({
      method,
      url: `/api/v1/policies${path}`,
      headers: { ...as[who] },
      ...(payload === undefined ? {} : { payload }),
    });

  return {
    parts,
    sql,
    institutions: { northfield, harbour, eastvale },
    coopId,
    ids,
    ask,
    /** Time for the rate limits alone. */
    passes: (seconds: number) => {
      milliseconds += seconds * 1_000;
    },
    save: (who: Name, institutionId: string, body: Save) =>
      ask(who, 'PUT', `/${institutionId}`, body),
    /** What the audit log says, oldest first. */
    audit: () =>
      sql
        .selectFrom('audit')
        .select(['action', 'actorName', 'targetName', 'institutionId', 'before', 'after'])
        .orderBy('id')
        .execute(),
  };
}

export const section = (title: string, text: string) => ({
  id: newId(),
  topic: 'own' as const,
  title,
  text,
});
export const snippet = (title: string, text: string) => ({ id: newId(), title, text });
