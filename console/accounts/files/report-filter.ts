import type { ImportReport, ImportRow } from '#protocol/account-files.ts';

export type Shown = ImportRow['what'] | 'all';

export const SHOWN: readonly Shown[] = ['all', 'refuse', 'create', 'change', 'unchanged'];

export function countOf(
  { rows, creates, changes, unchanged, refused }: ImportReport,
  what: Shown,
): number {
  switch (what) {
    case 'all':
      return rows.length;
    case 'refuse':
      return refused;
    case 'create':
      return creates;
    case 'change':
      return changes;
    case 'unchanged':
      return unchanged;
  }
}

export function rowsOf({ rows }: ImportReport, what: Shown): readonly ImportRow[] {
  return what === 'all' ? rows : rows.filter((row) => row.what === what);
}

/** What the reader looks at first: what stands in the way. */
export function firstShown({ refused }: ImportReport): Shown {
  return refused > 0 ? 'refuse' : 'all';
}

export function mayApply({ refused, creates, changes, applied }: ImportReport): boolean {
  return !applied && refused === 0 && creates + changes > 0;
}
