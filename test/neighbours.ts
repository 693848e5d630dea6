import type { Role } from '#protocol/accounts.ts';
import { makeAccount, makeInstitution } from './factories.ts';
import { staffHeaders, type TestParts } from './feature-app.ts';

/**
 * Two libraries that are strangers to each other. Sadie works at Northfield, Ada is its admin; Joe is
 * Harbour's admin, and Olga of Harbour owns it all.
 */
export async function makeNeighbours(parts: TestParts) {
  const { sql } = parts.database;
  const northfield = await makeInstitution(sql, 'northfield');
  const harbour = await makeInstitution(sql, 'harbour');
  const person = async (username: string, institutionId: string, role: Role) => {
    const id = await makeAccount(sql, { username, institutionId, role });
    return { id, headers: await staffHeaders(parts, id) };
  };
  return {
    northfield,
    harbour,
    sadie: await person('sadie', northfield, 'operator'),
    ada: await person('ada', northfield, 'admin'),
    joe: await person('joe', harbour, 'admin'),
    olga: await person('olga', harbour, 'owner'),
  };
}
