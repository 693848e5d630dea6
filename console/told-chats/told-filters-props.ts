import type { ReactNode } from 'react';
import type { Answering } from '#protocol/told-chats.ts';
import type { ToldPlace } from './told-place.ts';
import type { PeriodName, ToldSearch } from './told-search.ts';

/** Of the filters as a whole, and so of each of them. */
export interface ToldFiltersProps {
  readonly place: ToldPlace;
  readonly search: ToldSearch;
  readonly usual: PeriodName;
  readonly today: string;
  /** Of what is shown: names for the filters that nobody lists for the reader. */
  readonly seen: readonly Answering[];
  readonly onChange: (search: ToldSearch) => void;
  /** Beside the filters: what else narrows this page, a file to save. */
  readonly children?: ReactNode;
}
