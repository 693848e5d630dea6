import type { Widget, WidgetTexts } from '#protocol/widgets.ts';

/** What the form edits: an empty text or colour stands for an absent one. */
export interface WidgetDraft {
  institutionId: string;
  name: string;
  chain: Widget['chain'];
  allowedOrigins: string[];
  texts: Record<TextName, string>;
  colour: string;
  unansweredSeconds: number | string;
}

export type TextName = keyof WidgetTexts;

export const TEXT_LIMITS: Readonly<Record<TextName, number>> = {
  title: 60,
  greeting: 500,
  offline: 500,
  away: 500,
  introduction: 500,
};
export const TEXT_NAMES = Object.keys(TEXT_LIMITS) as TextName[];

const USUAL_UNANSWERED_SECONDS = 60;

export function draftOf(widget: Widget): WidgetDraft {
  const { institutionId, name, chain, allowedOrigins, texts, colour, unansweredSeconds } = widget;
  return {
    institutionId,
    name,
    chain,
    allowedOrigins,
    texts: fillTexts(texts),
    colour: colour ?? '',
    unansweredSeconds,
  };
}

export function newDraft(institutionId: string): WidgetDraft {
  return {
    institutionId,
    name: '',
    chain: [],
    allowedOrigins: [],
    texts: fillTexts({}),
    colour: '',
    unansweredSeconds: USUAL_UNANSWERED_SECONDS,
  };
}

/** As the endpoints take it. */
export function bodyOf(draft: WidgetDraft) {
  const texts = TEXT_NAMES.map((name) => [name, draft.texts[name].trim()] as const);
  return {
    name: draft.name.trim(),
    chain: draft.chain,
    allowedOrigins: draft.allowedOrigins,
    texts: Object.fromEntries(texts.filter(([, text]) => text !== '')) satisfies WidgetTexts,
    colour: draft.colour === '' ? null : draft.colour,
    unansweredSeconds: Number(draft.unansweredSeconds),
  };
}

function fillTexts(texts: WidgetTexts): Record<TextName, string> {
  const { title = '', greeting = '', offline = '', away = '', introduction = '' } = texts;
  return { title, greeting, offline, away, introduction };
}
