import type { Level } from '#protocol/levels.ts';
import { newId } from '../../server/platform/ids.ts';
import { DEPARTMENTS, FIRST_NAMES, LAST_NAMES, LIBRARIES, PLACES, pick } from './names.ts';

/** Queues of one library: 500 make the 28 institutions of a large consortium. */
const QUEUES_OF_ONE = 18;
/** Queues that an operator staffs, at least and at most. */
const STAFFED = { least: 2, most: 6 };
/** Every so many-th account of a library is an admin, the first one always. */
const ADMIN_EVERY = 60;
/** Every so many-th account of the co-op is a Co-Op Admin. */
const COOP_ADMIN_EVERY = 500;
const COOP_QUEUES = ['General', 'Academic', 'En español'];
const DAY_MS = 86_400_000;

export interface Library {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

export interface SeedQueue {
  readonly id: string;
  readonly institutionId: string;
  readonly name: string;
  readonly kind: 'chat' | 'proactive';
}

export interface SeedAccount {
  readonly id: string;
  readonly institutionId: string;
  readonly username: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly role: 'operator' | 'admin';
  readonly chatAccess: boolean;
  readonly lastSignInAt: string | null;
}

/** Of all libraries of the run. */
export interface SeedCoop {
  readonly id: string;
  readonly name: string;
  readonly queues: readonly { readonly id: string; readonly name: string }[];
  readonly members: readonly { readonly accountId: string; readonly level: Level }[];
}

export interface SeedPlan {
  readonly coop: SeedCoop;
  readonly libraries: readonly Library[];
  readonly queues: readonly SeedQueue[];
  readonly accounts: readonly SeedAccount[];
  readonly assignments: readonly { readonly queueId: string; readonly accountId: string }[];
}

/** The same for the same numbers but for its ids. `run` tells the codes of one run from those of another. */
export function planSeed(
  { accounts, queues }: { readonly accounts: number; readonly queues: number },
  run: string,
  now: Date,
): SeedPlan {
  const libraries = planLibraries(Math.max(1, Math.round(queues / QUEUES_OF_ONE)), run);
  const plannedQueues = Array.from({ length: queues }, (_, n) => planQueue(libraries, n));
  const plannedAccounts = Array.from({ length: accounts }, (_, n) =>
    planAccount(libraries, n, now),
  );
  const queuesOf = Map.groupBy(plannedQueues, ({ institutionId }) => institutionId);
  const assignments = plannedAccounts.flatMap(({ id: accountId, institutionId }, n) =>
    choose(queuesOf.get(institutionId) ?? [], n).map((queueId) => ({ queueId, accountId })),
  );
  const coop = planCoop(plannedAccounts, run);
  return { libraries, queues: plannedQueues, accounts: plannedAccounts, assignments, coop };
}

function planLibraries(count: number, run: string): Library[] {
  return Array.from({ length: count }, (_, n) => {
    const round = Math.floor(n / PLACES.length);
    const name = `${pick(PLACES, n)} ${pick(LIBRARIES, n + round)}`;
    return {
      id: newId(),
      code: `${pick(PLACES, n).toLowerCase().replaceAll(' ', '')}${round || ''}-${run}`,
      name: round < LIBRARIES.length ? name : `${name} ${round}`,
    };
  });
}

function planQueue(libraries: readonly Library[], n: number): SeedQueue {
  const within = Math.floor(n / libraries.length);
  const round = Math.floor(within / DEPARTMENTS.length);
  const name = pick(DEPARTMENTS, within);
  return {
    id: newId(),
    institutionId: pick(libraries, n).id,
    name: round === 0 ? name : `${name} ${round + 1}`,
    kind: within % 10 === 9 ? 'proactive' : 'chat',
  };
}

function planAccount(libraries: readonly Library[], n: number, now: Date): SeedAccount {
  const { id: institutionId, code } = pick(libraries, n);
  const within = Math.floor(n / libraries.length);
  const first = pick(FIRST_NAMES, within);
  const last = pick(LAST_NAMES, within + Math.floor(within / FIRST_NAMES.length));
  const username = `${code}-${first.toLowerCase()}-${last.charAt(0).toLowerCase()}${within}`;
  return {
    id: newId(),
    institutionId,
    username,
    displayName: `${first} ${last}`,
    email: n % 5 === 4 ? null : `${username}@library.example`,
    role: within % ADMIN_EVERY === 0 ? 'admin' : 'operator',
    chatAccess: n % 20 !== 19,
    lastSignInAt:
      n % 7 === 6 ? null : new Date(now.getTime() - ((n * 37) % 200) * DAY_MS).toISOString(),
  };
}

/** Every other account is in it, admins of their libraries as admins, one in so many over all. */
function planCoop(accounts: readonly SeedAccount[], run: string): SeedCoop {
  const members = accounts.filter((_, n) => n % 2 === 0);
  return {
    id: newId(),
    name: `Round the Clock ${run}`,
    queues: COOP_QUEUES.map((name) => ({ id: newId(), name })),
    members: members.map(({ id: accountId, role }, n) => {
      if (n % COOP_ADMIN_EVERY === 0) return { accountId, level: 'coopAdmin' };
      return { accountId, level: role === 'admin' ? 'institutionAdmin' : 'regular' };
    }),
  };
}

/** Some of a library's queues, other ones for the next account. */
function choose(queues: readonly SeedQueue[], n: number): string[] {
  const count = STAFFED.least + (n % (STAFFED.most - STAFFED.least + 1));
  const chosen = Array.from(
    { length: Math.min(count, queues.length) },
    (_, k) => pick(queues, n + k * 5).id,
  );
  return [...new Set(chosen)];
}
