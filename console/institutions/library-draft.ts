import { type Institution, institutionCode } from '#protocol/institutions.ts';
import { type Language, personName } from '#protocol/schemas.ts';

/** A library as it is entered. */
export interface LibraryDraft {
  readonly name: string;
  readonly code: string;
  readonly timeZone: string;
  /** The first one is its own. */
  readonly languages: readonly Language[];
  readonly operatorsSee: Institution['operatorsSee'];
}

export function draftOf(library: Institution | null, reader: Language): LibraryDraft {
  if (library) return library;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { name: '', code: '', timeZone, languages: [reader], operatorsSee: 'queues' };
}

/** What keeps the draft from being saved, by field. */
export function faultsOf({ name, code }: LibraryDraft): ReadonlySet<'name' | 'code'> {
  const faults = new Set<'name' | 'code'>();
  if (!personName.safeParse(name).success) faults.add('name');
  if (!institutionCode.safeParse(code).success) faults.add('code');
  return faults;
}

/** Another language of its own; the one before stays among the others. */
export function withOwnLanguage(languages: readonly Language[], own: Language): Language[] {
  return [own, ...languages.filter((language) => language !== own)];
}
