import type { AccountChange, NewAccount } from '#protocol/account-administration.ts';
import { type Acting, managesInstitution } from '../accounts/index.ts';
import { type Catalogue, LISTS, type List } from './catalogue.ts';
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
  | { readonly what: 'create'; readonly wanted: NewAccount; readonly notes: string[] }
  | {
      readonly what: 'change';
      readonly accountId: string;
      readonly change: AccountChange;
      readonly notes: string[];
    }
  | { readonly what: 'unchanged'; readonly notes: string[] }
  | { readonly what: 'refuse'; readonly notes: string[] };

const FIELDS = { queues: 'queueIds', pools: 'poolIds', rooms: 'roomIds' } as const;
const WORDS = { queues: 'queue', pools: 'pool', rooms: 'room' } as const;

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
    return refuse('This username is taken.');
  if (present && present.account.deletedAt !== null)
    return refuse('This account is deleted: restore it first.');
  if (present && present.account.institutionId !== institutionId)
    return refuse(
      `The account belongs to ${catalogue.codeOf(present.account.institutionId)}: a file moves nobody to another institution.`,
    );

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
    return present?.account.institutionId ?? refuse('A new account needs an institution.');
  }
  const found = catalogue.institutionOf(institution);
  if (found && managesInstitution(actor, found.id)) return found.id;
  // Whether there is such an institution is no admin's business but the owner's.
  return refuse(
    actor.role === 'owner'
      ? `There is no institution “${institution}”.`
      : `“${institution}” is not your institution.`,
  );
}

type Ids = Partial<Record<List, string[]>>;

function findLists(
  actor: Acting,
  catalogue: Catalogue,
  wish: Wish,
  institutionId: string,
  present: Present | undefined,
): { ids: Ids; unknown: string[] } {
  const ids: Ids = {};
  const unknown: string[] = [];
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
      if (found[index] === undefined)
        unknown.push(`There is no ${WORDS[list]} “${name}” for this account.`);
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
  const note = email ? `An invitation goes to ${email}.` : 'No e-mail: set a password for them.';
  return { what: 'create', wanted, notes: [note] };
}

function judgeChange(
  catalogue: Catalogue,
  wish: Wish,
  { account, lists }: Present,
  ids: Ids,
): Judgement {
  const notes: string[] = [];
  const change: AccountChange = {};
  const fields = ['displayName', 'email', 'role', 'chatAccess', 'language', 'maxChats'] as const;
  for (const field of fields) {
    const wanted = wish[field];
    if (wanted === undefined || wanted === account[field]) continue;
    Object.assign(change, { [field]: wanted });
    notes.push(`${field}: ${say(account[field])} → ${say(wanted)}`);
  }
  for (const list of LISTS) {
    const wanted = ids[list];
    if (wanted === undefined) continue;
    const name = (id: string) => catalogue.nameOf(list, id, account.institutionId);
    const come = wanted.filter((id) => !lists[list].includes(id)).map((id) => `+ ${name(id)}`);
    const gone = lists[list].filter((id) => !wanted.includes(id)).map((id) => `− ${name(id)}`);
    if (come.length + gone.length === 0) continue;
    change[FIELDS[list]] = wanted;
    notes.push(`${list}: ${[...come, ...gone].join(', ')}`);
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

function refuse(...notes: string[]): Judgement {
  return { what: 'refuse', notes };
}

type Defined<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

function withoutUndefined<Fields extends object>(fields: Fields): Defined<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Defined<Fields>;
}
