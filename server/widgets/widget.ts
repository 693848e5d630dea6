import type { Language } from '#protocol/schemas.ts';
import type { Widget, WidgetTexts } from '#protocol/widgets.ts';
import type { StoredChainStep } from '../platform/database/index.ts';

/** A widget as it is kept, with what patrons' pages need of its library. */
export interface StoredWidget {
  readonly id: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly name: string;
  readonly chain: readonly StoredChainStep[];
  /** Empty: every origin. */
  readonly allowedOrigins: string[];
  readonly texts: WidgetTexts;
  /** `#1f5f4a`; null: Carrel's own green. */
  readonly colour: string | null;
  readonly unansweredSeconds: number;
  /** The library's; the first is the one to fall back on. */
  readonly languages: Language[];
}

/** For a library that did not choose: the usual is 45 to 60. */
export const USUAL_UNANSWERED_SECONDS = 60;

/** What the audit log tells of it. */
export function toldOfWidget(widget: StoredWidget): Record<string, unknown> {
  const { name, chain, allowedOrigins, texts, colour, unansweredSeconds } = widget;
  return { name, chain, allowedOrigins, texts, colour, unansweredSeconds };
}

/** As staff see it. `publicUrl` is the origin that people open Carrel at. */
export function presentWidget(stored: StoredWidget, publicUrl: string): Widget {
  const { languages: _, ...widget } = stored;
  return {
    ...widget,
    chain: [...widget.chain],
    embedCode: `<script src="${publicUrl}/embed.js" data-widget="${widget.id}" async></script>`,
    chatUrl: `${publicUrl}/chat/${widget.id}`,
  };
}

/**
 * Whether a page of this origin may open a chat or leave a question. Once a library has listed its
 * sites, a request that names no origin comes from none of them.
 */
export function mayOpenFrom(
  widget: Pick<StoredWidget, 'allowedOrigins'>,
  origin: string | undefined,
  ownOrigin: string,
): boolean {
  if (widget.allowedOrigins.length === 0) return true;
  if (origin === undefined) return false;
  return origin === ownOrigin || widget.allowedOrigins.includes(origin);
}
