import { z } from 'zod';
import {
  type PolicyPage,
  type PolicyTopic,
  policySection,
  policySnippet,
  policyTopic,
} from '#protocol/policies.ts';

const passage = { id: z.string(), title: z.string(), text: z.string() };
const draftSchema = z.object({
  /** Of the page that it began from. */
  version: z.int(),
  sections: z.array(z.object({ ...passage, topic: policyTopic })),
  snippets: z.array(z.object(passage)),
  reviewBy: z.string().nullable(),
  ownerId: z.string().nullable(),
  ownerName: z.string(),
});

/** A page as it is being written; unlike a saved one it may be unfinished. */
export type Draft = z.infer<typeof draftSchema>;
export type DraftSection = Draft['sections'][number];
export type DraftSnippet = Draft['snippets'][number];

/** The sections that nearly every library has something to say about, in the order of its page. */
const USUAL = [...policyTopic.values].filter((topic) => topic !== 'own');

/** What the editor begins from; for a page that nobody has written, the usual sections to fill in. */
export function draftOf(page: PolicyPage, nameOf: (topic: PolicyTopic) => string): Draft {
  const { version, sections, snippets, reviewBy, owner } = page;
  return {
    version,
    sections:
      version === 0
        ? USUAL.map((topic) => ({ ...newPassage(), topic, title: nameOf(topic) }))
        : sections,
    snippets,
    reviewBy,
    ownerId: owner?.id ?? null,
    ownerName: owner?.displayName ?? '',
  };
}

export function newPassage(): DraftSnippet {
  return { id: crypto.randomUUID(), title: '', text: '' };
}

/** Without the sections that were offered and left empty: of a first text, what is written counts. */
export function withoutUnused(draft: Draft): Draft {
  if (draft.version > 0) return draft;
  return { ...draft, sections: draft.sections.filter(({ text }) => text.trim() !== '') };
}

/** Whether all of it can be saved. */
export function isSound({ sections, snippets }: Draft): boolean {
  return (
    sections.every((section) => policySection.safeParse(section).success) &&
    snippets.every((snippet) => policySnippet.safeParse(snippet).success)
  );
}

/** A list with one of its items moved by a place; at its ends nothing moves. */
export function moved<Item>(items: readonly Item[], from: number, by: -1 | 1): Item[] {
  const to = from + by;
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}

const keyOf = (institutionId: string) => `carrel.policy.${institutionId}`;

/** What was typed and not saved, in this browser; null where there is none. */
export function readDraft(institutionId: string): Draft | null {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(institutionId)) ?? 'null');
    return draftSchema.safeParse(stored).data ?? null;
  } catch {
    return null;
  }
}

/** Null: there is nothing more to keep. */
export function keepDraft(institutionId: string, draft: Draft | null): void {
  try {
    if (draft === null) localStorage.removeItem(keyOf(institutionId));
    else localStorage.setItem(keyOf(institutionId), JSON.stringify(draft));
  } catch {
    // Without storage the draft lasts as long as the page.
    return;
  }
}

/** What every field of the editor gets. */
export interface DraftField {
  readonly draft: Draft;
  /** Saving was tried, and something was at fault. */
  readonly isTried: boolean;
  /** A change of the draft as it is by then: what takes a removal back comes later. */
  readonly onChange: (change: (draft: Draft) => Partial<Draft>) => void;
}
