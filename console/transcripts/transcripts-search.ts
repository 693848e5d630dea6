import { id } from '#protocol/schemas.ts';
import { readToldSearch, type ToldSearch } from '../told-chats/told-search.ts';

/** What stands behind the address of transcripts: which are listed, and which one is read. */
export interface TranscriptsSearch extends ToldSearch {
  readonly chat?: string | undefined;
}

export function readTranscriptsSearch(
  search: Readonly<Record<string, unknown>>,
): TranscriptsSearch {
  const chat = id.safeParse(search['chat']).data;
  return { ...readToldSearch(search), ...(chat !== undefined && { chat }) };
}
