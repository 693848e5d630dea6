import type { Availability, WidgetAppearance } from '#protocol/widgets.ts';

/** What a page gives the panel: the loader on a library's page, or the full-page chat. */
export interface PanelOptions {
  /** Where the panel draws itself. */
  root: ShadowRoot;
  /** Carrel's address without a slash at its end. */
  base: string;
  widgetId: string;
  /** The page's own language tag; empty if it says none. */
  pageLanguage: string;
  /** If the page knows it already. */
  appearance: WidgetAppearance | null;
  mode: 'popup' | 'page';
  side: 'left' | 'right';
  /** The patron hides the panel; a running chat runs on. */
  onHide(): void;
  /** What the launcher has to say of the running chat; null when there is none. */
  onStatus(status: LauncherStatus | null): void;
  /** What the panel calls itself, in which language: the title of a page of its own. */
  onTitle?(title: string, language: string): void;
}

export interface LauncherStatus {
  name: string;
  state: string;
  /** There is something new to read. */
  unread: boolean;
}

export interface PanelHandle {
  /** `focus`: the patron asked for it, so the keyboard goes there. */
  show(focus: boolean): void;
  setAvailability(availability: Availability): void;
}
