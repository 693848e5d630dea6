import type { PolicyTopic } from '#protocol/policies.ts';
import type { DemoLibrary } from '../libraries.ts';

/** A library's policy page as the demonstration has it. */
export interface DemoPolicy {
  readonly library: DemoLibrary;
  /** Username of who looks after the page. */
  readonly owner: string;
  /** Days since somebody saved it last. */
  readonly savedDaysAgo: number;
  /** Days from today to the review; less than none: overdue. */
  readonly reviewInDays: number;
  readonly sections: readonly (readonly [topic: PolicyTopic, title: string, text: string])[];
  readonly snippets: readonly (readonly [title: string, text: string])[];
  readonly secrets: readonly {
    readonly label: string;
    readonly username: string;
    readonly secret: string;
    readonly note: string;
  }[];
  /** What holds on the first day. */
  readonly alert: string | null;
}
