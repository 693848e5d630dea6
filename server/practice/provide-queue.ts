import { recordAudit } from '../audit/index.ts';
import type { Queries } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import { newId } from '../platform/ids.ts';
import { say } from '../platform/texts.ts';
import { insertQueue } from '../queues/index.ts';

/** The practice queue of the actor's institution, made where there is none yet. Answers its id. */
export async function providePracticeQueue(
  sql: Queries,
  actor: StaffActor,
  at: Date,
): Promise<string> {
  const { institutionId } = actor;
  // Of two who practise first at the same time, the second finds the queue of the first.
  const { languages } = await sql
    .selectFrom('institutions')
    .select('languages')
    .where('id', '=', institutionId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const queues = await sql
    .selectFrom('queues')
    .select(['id', 'name', 'kind'])
    .where('institutionId', '=', institutionId)
    .where('deletedAt', 'is', null)
    .orderBy('createdAt')
    .execute();
  const found = queues.find(({ kind }) => kind === 'practice');
  if (found) return found.id;

  const [first] = languages;
  const language = first === 'fr' || first === 'es' ? first : 'en';
  const name = freeName(
    say(language, 'practice.queue', {}),
    queues.map((queue) => queue.name),
  );
  const id = newId();
  await insertQueue(sql, {
    id,
    name,
    kind: 'practice',
    institutionId,
    coopId: null,
    createdAt: at,
  });
  await recordAudit(sql, {
    at,
    actor,
    action: 'queue.created',
    target: { kind: 'queue', id, name, institutionId },
    before: null,
    after: { name, kind: 'practice' },
  });
  return id;
}

/** The name, or the name with the first number that none of the others has. */
function freeName(name: string, others: readonly string[]): string {
  const taken = new Set(others.map((other) => other.toLowerCase()));
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? name : `${name} ${n}`;
    if (!taken.has(candidate.toLowerCase())) return candidate;
  }
}
