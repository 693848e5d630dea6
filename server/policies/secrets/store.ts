import { sql as fragment } from 'kysely';
import { z } from 'zod';
import type { PolicySecret } from '#protocol/policy-secrets.ts';
import { id, plainText } from '#protocol/schemas.ts';
import { readCursor, writeCursor } from '../../platform/cursor.ts';
import type { Queries } from '../../platform/database/index.ts';

/** All that is ever read of a credential without revealing it. */
export interface Labelled {
  readonly id: string;
  readonly label: string;
  readonly updatedAt: Date;
  readonly updatedBy: string | null;
}

const place = z.tuple([plainText(200), id]);

/** By label. @throws malformed for a cursor of another list */
export async function listLabels(
  sql: Queries,
  institutionId: string,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ items: PolicySecret[]; nextCursor: string | null }> {
  const after = cursor === undefined ? null : readCursor(place, cursor);
  const { rows } = await fragment<Labelled & { readonly name: string }>`
    select s.id, s.label, lower(s.label) as name, s.updated_at, a.display_name as updated_by
    from policy_secrets s
    left join accounts a on a.id = s.account_id
    where s.institution_id = ${institutionId}
      ${
        after === null
          ? fragment``
          : fragment`and (lower(s.label), s.id) > (${after[0]}::text, ${after[1]}::uuid)`
      }
    order by lower(s.label), s.id
    limit ${limit + 1}
  `.execute(sql);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(presentLabel),
    nextCursor: rows.length > limit && last ? writeCursor([last.name, last.id]) : null,
  };
}

export function presentLabel({
  id: secretId,
  label,
  updatedAt,
  updatedBy,
}: Labelled): PolicySecret {
  return { id: secretId, label, updatedAt: updatedAt.toISOString(), updatedBy };
}

export interface SealedSecret {
  readonly id: string;
  readonly institutionId: string;
  readonly label: string;
  readonly sealed: Buffer;
  readonly updatedAt: Date;
  readonly accountId: string | null;
}

export async function insertSecret(sql: Queries, secret: SealedSecret): Promise<void> {
  await sql.insertInto('policySecrets').values(secret).execute();
}

export async function updateSecret(sql: Queries, secret: SealedSecret): Promise<void> {
  const { id: secretId, institutionId: _, ...change } = secret;
  await sql.updateTable('policySecrets').set(change).where('id', '=', secretId).execute();
}

export async function deleteSecretRow(sql: Queries, secretId: string): Promise<void> {
  await sql.deleteFrom('policySecrets').where('id', '=', secretId).execute();
}

/** Locked until the transaction ends. */
export function lockSecret(
  sql: Queries,
  institutionId: string,
  secretId: string,
): Promise<Pick<SealedSecret, 'id' | 'label' | 'sealed'> | undefined> {
  return sql
    .selectFrom('policySecrets')
    .select(['id', 'label', 'sealed'])
    .where('id', '=', secretId)
    .where('institutionId', '=', institutionId)
    .forUpdate()
    .executeTakeFirst();
}
