import type { AccountChange, NewAccount } from '#protocol/account-administration.ts';
import type { ImportNote } from '#protocol/account-files.ts';
import { type Acting, managesInstitution } from '../accounts/index.ts';
import { type Catalogue, LISTS, type List } from './catalogue.ts';
import { note } from './note.ts';
import type { Wish } from './row.ts';
import type { KnownAccount } from './store.ts';

/** An account as the import finds it. */
export interface Present {
  readonly account: KnownAccount;
  /** Ids. */
  readonly lists: Readonly<Record<List, readonly string[]>>;
}

/** What a row comes to, before the rules of accounts have their say. */
export type Judgement =
  | { readonly what: 'create'; readonly wanted: NewAccount; readonly notes: ImportNote[] }
  | {
      readonly what: 'change';
      readonly accountId: string;
      readonly change: AccountChange;
      readonly notes: ImportNote[];
    }
  | { readonly what: 'unchanged'; readonly notes: ImportNote[] }
  | { readonly what: 'refuse'; readonly notes: ImportNote[] };

const FIELDS = { queues: 'queueIds', pools: 'poolIds', rooms: 'roomIds' } as const;
const UNKNOWN = { queues: 'unknownQueue', pools: 'unknownPool', rooms: 'unknownRoom' } as const;

/** Compares a row with what is there. `present`: the account of that username, deleted ones too. */
export function judgeRow(
  actor: Acting,
  catalogue: Catalogue,
  wish: Wish,
  present: Present | undefined,
): Judgement {
  const institutionId = chooseInstitution(actor, catalogue, wish, present);
  if (typeof institutionId !== 'string') return institutionId;
  if (present && !managesInstitution(actor, present.account.institutionId))
    return refuse(note('taken'));
  if (present && present.account.deletedAt !== null) return refuse(note('deleted'));
  if (present && present.account.institutionId !== institutionId)
    return refuse(note('elsewhere', { code: catalogue.codeOf(present.account.institutionId) }));

  const { ids, unknown } = findLists(actor, catalogue, wish, institutionId, present);
  if (unknown.length > 0) return refuse(...unknown);
  return present
    ? judgeChange(catalogue, wish, present, ids)
    : judgeCreation(wish, institutionId, ids);
}

function chooseInstitution(
  actor: Acting,
  catalogue: Catalogue,
  { institution }: Wish,
  present: Present | undefined,
): string | Judgement {
  if (institution === undefined) {
    if (actor.role !== 'owner') return actor.institutionId;
    return present?.account.institutionId ?? refuse(note('needsInstitution'));
  }
  const found = catalogue.institutionOf(institution);
  if (found && managesInstitution(actor, found.id)) return found.id;
  // Whether there is such an institution is no admin's business but the owner's.
  const rule = actor.role === 'owner' ? 'noInstitution' : 'foreignInstitution';
  return refuse(note(rule, { name: institution }));
}

type Ids = Partial<Record<List, string[]>>;

function findLists(
  actor: Acting,
  catalogue: Catalogue,
  wish: Wish,
  institutionId: string,
  present: Present | undefined,
): { ids: Ids; unknown: ImportNote[] } {
  const ids: Ids = {};
  const unknown: ImportNote[] = [];
  for (const list of LISTS) {
    const names = wish[list];
    if (names === undefined) continue;
    const had = new Set(present?.lists[list]);
    // What another institution has is named by the owner, and by whoever finds it in their export.
    const found = names.map((name) =>
      catalogue.find(
        list,
        name,
        institutionId,
        (thing) =>
          actor.role === 'owner' ||
          thing.institutionId === null ||
          thing.institutionId === institutionId ||
          had.has(thing.id),
      ),
    );
    ids[list] = found.filter((id) => id !== undefined);
    for (const [index, name] of names.entries())
      if (found[index] === undefined) unknown.push(note(UNKNOWN[list], { name }));
  }
  return { ids, unknown };
}

function judgeCreation(wish: Wish, institutionId: string, ids: Ids): Judgement {
  const { username, email, displayName, role, chatAccess, language, maxChats } = wish;
  const named = { displayName, role, chatAccess, language, maxChats };
  const wanted: NewAccount = {
    ...withoutUndefined(named),
    username,
    institutionId,
    ...(email ? { email, invite: true } : {}),
    ...listFields(ids),
  };
  return { what: 'create', wanted, notes: [email ? note('invited', { email }) : note('noEmail')] };
}

function judgeChange(
  catalogue: Catalogue,
  wish: Wish,
  { account, lists }: Present,
  ids: Ids,
): Judgement {
  const notes: ImportNote[] = [];
  const change: AccountChange = {};
  const fields = ['displayName', 'email', 'role', 'chatAccess', 'language', 'maxChats'] as const;
  for (const field of fields) {
    const wanted = wish[field];
    if (wanted === undefined || wanted === account[field]) continue;
    Object.assign(change, { [field]: wanted });
    notes.push(note('changed', { column: field, before: say(account[field]), after: say(wanted) }));
  }
  for (const list of LISTS) {
    const wanted = ids[list];
    if (wanted === undefined) continue;
    const nameOf = (id: string) => catalogue.nameOf(list, id, account.institutionId);
    const come = wanted.filter((id) => !lists[list].includes(id)).map((id) => `+ ${nameOf(id)}`);
    const gone = lists[list].filter((id) => !wanted.includes(id)).map((id) => `− ${nameOf(id)}`);
    if (come.length + gone.length === 0) continue;
    change[FIELDS[list]] = wanted;
    notes.push(note('moved', { column: list, changes: [...come, ...gone].join(', ') }));
  }
  if (notes.length === 0) return { what: 'unchanged', notes };
  return { what: 'change', accountId: account.id, change, notes };
}

function listFields(ids: Ids): Partial<Pick<NewAccount, (typeof FIELDS)[List]>> {
  return Object.fromEntries(
    LISTS.flatMap((list) => (ids[list] === undefined ? [] : [[FIELDS[list], ids[list]]])),
  );
}

function say(value: string | number | boolean | null): string {
  if (value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}

function refuse(...notes: ImportNote[]): Judgement {
  return { what: 'refuse', notes };
}

type Defined<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

function withoutUndefined<Fields extends object>(fields: Fields): Defined<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Defined<Fields>;
}
