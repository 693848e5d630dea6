import type { AuditEntry } from '#protocol/audit.ts';

/** What of a thing is other than before. Of a list, what came and what went; of what is new or gone, its value. */
export type ChangedField = { readonly name: string } & (
  | { readonly added: readonly string[]; readonly taken: readonly string[] }
  | { readonly before: unknown; readonly after: unknown }
  | { readonly value: unknown }
);

/** Field by field. What is empty before and after says nothing, and is left out. */
export function changedFields({
  before,
  after,
}: Pick<AuditEntry, 'before' | 'after'>): ChangedField[] {
  const names = Object.keys({ ...before, ...after });
  const isWhole = before === null || after === null;
  return names.flatMap((name): ChangedField[] => {
    const was = before?.[name];
    const is = after?.[name];
    if (Array.isArray(was) || Array.isArray(is)) {
      const [had, has] = [textsOf(was), textsOf(is)];
      const added = has.filter((item) => !had.includes(item));
      const taken = had.filter((item) => !has.includes(item));
      return added.length + taken.length > 0 ? [{ name, added, taken }] : [];
    }
    if (isEmpty(was) && isEmpty(is)) return [];
    return isWhole ? [{ name, value: is ?? was }] : [{ name, before: was, after: is }];
  });
}

/** Items of a list as texts, by which they are compared and shown. */
function textsOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.map((item: unknown) => (typeof item === 'string' ? item : JSON.stringify(item)));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
