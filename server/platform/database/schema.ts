import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Hours } from '#protocol/hours.ts';
import type { CoopTables } from './coop-tables.ts';
import type { PolicyTables } from './policy-tables.ts';
import type { RoutingTables } from './routing-tables.ts';
import type { SecurityTables } from './security-tables.ts';
import type { TicketTables } from './ticket-tables.ts';
import type { TranscriptTables } from './transcript-tables.ts';

/** The tables as `migrations/` makes them. Column names are camelCase here, snake_case there. */
export interface Schema
  extends SecurityTables,
    CoopTables,
    PolicyTables,
    RoutingTables,
    TicketTables,
    TranscriptTables {
  installation: InstallationTable;
  institutions: InstitutionsTable;
  accounts: AccountsTable;
  contacts: { accountId: string; contactId: string };
  sessions: SessionsTable;
  queues: QueuesTable;
  assignments: { queueId: string; accountId: string; optedIn: boolean };
  /** A view: who may staff which queue. */
  operatorQueues: { accountId: string; queueId: string; optedIn: boolean };
  pools: SharedThingsTable;
  poolMessages: { id: string; poolId: string; title: string; text: string };
  poolMembers: { poolId: string; accountId: string };
  rooms: SharedThingsTable;
  roomMembers: { roomId: string; accountId: string };
  widgets: WidgetsTable;
  operators: {
    accountId: string;
    state: 'available' | 'busy' | 'away' | 'invisible';
    chosenAt: Date;
  };
  operatorLeases: { pageId: string; accountId: string; expiresAt: Date };
  patrons: { id: string; createdAt: Date };
  chats: ChatsTable;
  chatEvents: ChatEventsTable;
  patronLeases: { connectionId: string; chatId: string; expiresAt: Date };
  audit: AuditTable;
}

interface InstallationTable {
  singleton: Generated<boolean>;
  consortiumName: string | null;
  setupTokenHash: Buffer | null;
  setUpAt: Date | null;
  keyCheck: Buffer | null;
}

interface InstitutionsTable {
  id: string;
  code: string;
  name: string;
  timeZone: string;
  languages: string[];
  operatorsSee: Generated<'queues' | 'own'>;
  secondFactorRequired: Generated<boolean>;
  hours: StoredHours;
  createdAt: Date;
}

interface AccountsTable {
  id: string;
  institutionId: string;
  username: string;
  displayName: string;
  email: string | null;
  passwordHash: string | null;
  role: 'operator' | 'admin' | 'owner';
  chatAccess: Generated<boolean>;
  maxChats: Generated<number>;
  language: Generated<'en' | 'fr' | 'es'>;
  lastSignInAt: Date | null;
  touredAt: Date | null;
  createdAt: Date;
  deletedAt: Date | null;
  /** Since then nameless: see `purge_account`. */
  purgedAt: Date | null;
}

interface SessionsTable {
  id: string;
  tokenHash: Buffer;
  accountId: string;
  createdAt: Date;
  expiresAt: Date;
  lastSeenAt: Date;
  device: Generated<string>;
  address: Generated<string>;
}

/** Written as JSON text; null: always, and for a queue: as its library. */
type StoredHours = ColumnType<Hours | null, string | null | undefined, string | null>;

interface QueuesTable {
  id: string;
  name: string;
  kind: 'chat' | 'proactive' | 'practice';
  institutionId: string | null;
  coopId: string | null;
  hours: StoredHours;
  createdAt: Date;
  deletedAt: Date | null;
}

/** One step as a library wrote it down. */
export interface StoredChainStep {
  readonly queueId?: string;
  readonly coopId?: string;
  readonly waitSeconds: number;
}

/** One step of a chat under way: a co-op has become its queues. */
export interface ResolvedChainStep {
  readonly queueIds: readonly string[];
  readonly waitSeconds: number;
}

/** A pool of canned messages or a conference room. */
interface SharedThingsTable {
  id: string;
  name: string;
  /** Null: the consortium's. */
  institutionId: string | null;
  createdAt: Date;
  deletedAt: Date | null;
}

interface WidgetsTable {
  id: string;
  institutionId: string;
  name: string;
  chain: JSONColumnType<StoredChainStep[]>;
  allowedOrigins: string[];
  texts: JSONColumnType<Record<string, string>>;
  colour: string | null;
  unansweredSeconds: number;
  createdAt: Date;
}

interface ChatsTable {
  id: string;
  clientId: string;
  /** Null for a practice. */
  widgetId: string | null;
  patronId: string;
  institutionId: string;
  queueId: string;
  state: 'waiting' | 'active' | 'closed';
  ownerId: string | null;
  guestIds: Generated<string[]>;
  guestTag: string;
  patronName: string | null;
  patronEmail: string | null;
  answers: JSONColumnType<Record<string, string>>;
  language: string;
  question: string;
  pageUrl: string | null;
  pageTitle: string | null;
  chain: JSONColumnType<ResolvedChainStep[]>;
  /** In place of the widget's chain, for a chat that was passed on; null: the widget's. */
  route: ColumnType<StoredChainStep[] | null, string | null | undefined, string | null>;
  stepsAlerted: number;
  nextStepAt: Date | null;
  formOfferAt: Date | null;
  formOffered: Generated<boolean>;
  openedAt: Date;
  waitingSince: Date;
  firstClaimedAt: Date | null;
  claimedAt: Date | null;
  closedAt: Date | null;
  closeReason: string | null;
  countedAt: Date | null;
  /** Whose practice it is; null for a chat with a patron. Lists, counts and alerts leave it out. */
  practisedBy: string | null;
  practiceScript: string | null;
  lastSeq: Generated<number>;
  lastPatronSeq: Generated<number>;
}

interface ChatEventsTable {
  chatId: string;
  seq: number;
  patronSeq: number | null;
  kind: string;
  actorKind: 'p' | 's' | 'c';
  actorId: string | null;
  clientId: string | null;
  text: string | null;
  body: ColumnType<Record<string, unknown> | null, string | null, never>;
  at: Date;
}

/** Only ever added to. */
interface AuditTable {
  id: string;
  at: Date;
  actorId: string | null;
  actorName: string | null;
  address: string | null;
  action: string;
  targetKind: string;
  targetId: string;
  targetName: string;
  institutionId: string | null;
  before: ColumnType<Record<string, unknown> | null, string | null, never>;
  after: ColumnType<Record<string, unknown> | null, string | null, never>;
}
