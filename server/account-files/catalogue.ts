import type { Queries } from '../platform/database/index.ts';
import { type KnownInstitution, type KnownThing, listInstitutions, listThings } from './store.ts';

export const LISTS = ['queues', 'pools', 'rooms'] as const;
export type List = (typeof LISTS)[number];

/** Institutions, queues, pools and rooms, to be found by name and named by id. */
export interface Catalogue {
  institutionOf(code: string): KnownInstitution | undefined;
  codeOf(institutionId: string): string;
  /** Of what `mayName` lets through; undefined when nothing of that is called so. */
  find(
    list: List,
    name: string,
    institutionId: string,
    mayName: (thing: KnownThing) => boolean,
  ): string | undefined;
  /** By which `find` finds it for an account of the institution; empty when it is gone. */
  nameOf(list: List, id: string, institutionId: string): string;
}

/** Stands before the name of what is the consortium's, where an institution has one of that name. */
const CONSORTIUM = '*';

// A thing is called by its name alone, where the account's institution has one of that name, or else
// the consortium. `harbour/Reference` is another institution's, and `*/Reference` the consortium's.
export async function openCatalogue(sql: Queries): Promise<Catalogue> {
  const institutions = await listInstitutions(sql);
  const byCode = new Map(institutions.map((institution) => [institution.code, institution]));
  const codes = new Map(institutions.map(({ id, code }) => [id, code]));
  const things = {
    queues: indexThings(await listThings(sql, 'queues')),
    pools: indexThings(await listThings(sql, 'pools')),
    rooms: indexThings(await listThings(sql, 'rooms')),
  };

  const candidates = (list: List, name: string, institutionId: string) => {
    const { byName } = things[list];
    const [, code = '', rest = ''] = /^([^/]+)\/(.+)$/s.exec(name) ?? [];
    const other = code === CONSORTIUM ? null : byCode.get(code.toLowerCase())?.id;
    return [
      byName.get(keyOf(institutionId, name)),
      byName.get(keyOf(null, name)),
      other === undefined ? undefined : byName.get(keyOf(other, rest)),
    ];
  };

  return {
    institutionOf: (code) => byCode.get(code),
    codeOf: (institutionId) => codes.get(institutionId) ?? '',
    find: (list, name, institutionId, mayName) =>
      candidates(list, name, institutionId).find((thing) => thing && mayName(thing))?.id,
    nameOf(list, id, institutionId) {
      const thing = things[list].byId.get(id);
      if (!thing) return '';
      const isFirst = candidates(list, thing.name, institutionId).find(Boolean) === thing;
      if (isFirst) return thing.name;
      const owner = thing.institutionId === null ? CONSORTIUM : codes.get(thing.institutionId);
      return `${owner}/${thing.name}`;
    },
  };
}

function indexThings(things: readonly KnownThing[]) {
  return {
    byId: new Map(things.map((thing) => [thing.id, thing])),
    byName: new Map(things.map((thing) => [keyOf(thing.institutionId, thing.name), thing])),
  };
}

function keyOf(institutionId: string | null, name: string): string {
  return `${institutionId} ${name.toLowerCase()}`;
}
