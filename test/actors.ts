import type { StaffActor } from '../server/platform/http/actor.ts';
import { SADIE } from '../server/platform/http/test-app.ts';

/** Who asks, where no HTTP is between; of all that goes with an actor, what rules ask for. */
export function actorOf(
  accountId: string,
  institutionId: string,
  role: StaffActor['role'],
): StaffActor {
  return { ...SADIE, accountId, sessionId: accountId, institutionId, role };
}
