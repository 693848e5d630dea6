import type { Language } from '#protocol/schemas.ts';

/** What the set-up asks for, in the shape of its endpoint, so that a refused field finds its way back. */
export interface Draft {
  readonly consortiumName: string;
  readonly institution: {
    readonly name: string;
    readonly code: string;
    readonly timeZone: string;
    readonly language: Language;
  };
  readonly owner: {
    readonly displayName: string;
    readonly username: string;
    readonly email: string;
    readonly password: string;
    readonly repeat: string;
  };
  readonly queueName: string;
  readonly widget: { readonly name: string; readonly allowedOrigins: string[] };
}

export interface Progress {
  readonly draft: Draft;
  /** Index in STEPS. */
  readonly step: number;
}

const STORED = 'carrel.setup';

export function emptyDraft(language: Language): Draft {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return {
    consortiumName: '',
    institution: { name: '', code: '', timeZone, language },
    owner: { displayName: '', username: '', email: '', password: '', repeat: '' },
    queueName: '',
    widget: { name: '', allowedOrigins: [] },
  };
}

/** For a reload of this tab. Passwords are never kept. */
export function keepProgress({ draft, step }: Progress): void {
  const owner = { ...draft.owner, password: '', repeat: '' };
  try {
    sessionStorage.setItem(STORED, JSON.stringify({ draft: { ...draft, owner }, step }));
  } catch {
    // Without storage a reload begins anew; nothing else depends on it.
  }
}

export function keptProgress(): Progress | null {
  try {
    const stored: Progress | null = JSON.parse(sessionStorage.getItem(STORED) ?? 'null');
    return stored;
  } catch {
    return null;
  }
}

export function forgetProgress(): void {
  try {
    sessionStorage.removeItem(STORED);
  } catch {
    // Nothing was kept either.
  }
}
