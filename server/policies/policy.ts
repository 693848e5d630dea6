import { isDeepStrictEqual } from 'node:util';
import type { PolicyAlert, PolicyContent, PolicyPage } from '#protocol/policies.ts';
import { POLICY_CHARACTERS } from '#protocol/policies.ts';
import { type FieldError, problem } from '../platform/problem.ts';
import type { Reader } from './readable.ts';
import { mayChooseOwner, mayEdit } from './who-may.ts';

/** A page as it is kept; also of a library that has none yet, whose version is 0. */
export interface StoredPage {
  readonly institutionId: string;
  readonly institutionName: string;
  readonly version: number;
  readonly content: PolicyContent | null;
  /** Null also where the owner has left the library. */
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly reviewBy: string | null;
  readonly isOverdue: boolean;
  readonly changedAt: Date | null;
  readonly changedBy: string | null;
  readonly openProblems: number;
}

export interface StoredAlert {
  readonly id: string;
  readonly text: string;
  readonly endsAt: Date;
  readonly createdAt: Date;
  readonly createdBy: string | null;
}

export function presentPage(
  reader: Reader,
  page: StoredPage,
  alerts: readonly StoredAlert[],
): PolicyPage {
  const { institutionId, institutionName, version, reviewBy, isOverdue, changedBy } = page;
  const isEditor = mayEdit(reader, page);
  return {
    institutionId,
    institutionName,
    version,
    sections: page.content?.sections ?? [],
    snippets: page.content?.snippets ?? [],
    owner: page.ownerId === null ? null : { id: page.ownerId, displayName: page.ownerName ?? '' },
    reviewBy,
    isOverdue,
    changedAt: page.changedAt?.toISOString() ?? null,
    changedBy,
    alerts: alerts.map(presentAlert),
    openProblems: isEditor ? page.openProblems : 0,
    mayEdit: isEditor,
    mayChooseOwner: mayChooseOwner(reader, page),
  };
}

export function presentAlert({ id, text, endsAt, createdAt, createdBy }: StoredAlert): PolicyAlert {
  return {
    id,
    text,
    endsAt: endsAt.toISOString(),
    createdAt: createdAt.toISOString(),
    createdBy,
  };
}

/** @throws breaks_rule where two passages share an id; too_large where the texts together are */
export function refuseUnsound({ sections, snippets }: PolicyContent): void {
  const seen = new Set<string>();
  const errors: FieldError[] = [];
  const passages = [
    ...sections.map((section, n) => ({ ...section, path: `sections.${n}.id` })),
    ...snippets.map((snippet, n) => ({ ...snippet, path: `snippets.${n}.id` })),
  ];
  for (const { id, path } of passages) {
    if (seen.has(id)) errors.push({ path, message: 'must differ from every other id of the page' });
    seen.add(id);
  }
  if (errors.length > 0)
    throw problem('breaks_rule', 'Each section and snippet has an id of its own.', errors);

  const characters = passages.reduce((sum, { text }) => sum + text.length, 0);
  if (characters <= POLICY_CHARACTERS) return;
  const most = POLICY_CHARACTERS.toLocaleString('en');
  throw problem('too_large', `The texts of a page have ${most} characters at most, all together.`);
}

/** The headings of what is new, gone or worded otherwise. */
export function changedTitles(before: PolicyContent | null, after: PolicyContent): string[] {
  const was = passagesOf(before);
  const is = passagesOf(after);
  const changed = [...is].filter(([id, passage]) => !isDeepStrictEqual(passage, was.get(id)));
  const gone = [...was].filter(([id]) => !is.has(id));
  return [...changed, ...gone].map(([, { title }]) => title);
}

function passagesOf(content: PolicyContent | null) {
  const { sections, snippets } = content ?? { sections: [], snippets: [] };
  return new Map([...sections, ...snippets].map((passage) => [passage.id, passage]));
}
