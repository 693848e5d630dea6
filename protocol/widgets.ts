import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { id, language, page, personName, plainText, webAddress } from './schemas.ts';

/** One step of a chain: a queue or a co-op, and the seconds before the next step is alerted too. */
export const chainStep = z
  .object({
    queueId: id.optional(),
    coopId: id.optional(),
    waitSeconds: z.int().min(0).max(600),
  })
  .refine((step) => (step.queueId === undefined) !== (step.coopId === undefined), {
    error: 'names a queue or a co-op, one of the two',
  });
export type ChainStep = z.infer<typeof chainStep>;

/** An origin as a browser sends it: scheme, host and port, nothing behind. */
export const origin = webAddress.refine((address) => new URL(address).origin === address, {
  error: 'must be an origin such as https://www.example.org, with nothing behind it',
});

/** `#1f5f4a`: the library's brand colour, in place of Carrel's green. */
export const colour = z.string().regex(/^#[0-9a-f]{6}$/i);

/** What a library may say in its own words; an absent text is the widget's own, in the reader's language. */
export const widgetTexts = z.object({
  title: plainText(60).trim().min(1).optional(),
  greeting: plainText(500).trim().optional(),
  offline: plainText(500).trim().optional(),
  away: plainText(500).trim().optional(),
  /** Read by a patron when somebody of another library answers; absent or empty: nothing is said. */
  introduction: plainText(500).trim().optional(),
});
export type WidgetTexts = z.infer<typeof widgetTexts>;

const widgetFields = {
  name: personName,
  chain: z.array(chainStep).min(1).max(10),
  /** Origins whose pages may open a chat; empty: every origin. Carrel's own pages always may. */
  allowedOrigins: z.array(origin).max(50),
  texts: widgetTexts,
  colour: colour.nullable(),
  /** Seconds without a claim after which the patron is offered the form; usual: 45 to 60. */
  unansweredSeconds: z.int().min(5).max(3_600),
};

export const widget = z.object({
  id,
  institutionId: id,
  institutionName: z.string(),
  ...widgetFields,
  /** The line to paste into a page. */
  embedCode: z.string(),
  /** Address of the full-page chat. */
  chatUrl: z.string(),
});
export type Widget = z.infer<typeof widget>;

export const listWidgets = endpoint({
  method: 'GET',
  path: '/widgets',
  summary: 'The widgets of the caller’s institution; for the owner, all',
  access: 'staff',
  answers: { 200: page(widget) },
});

export const createWidget = endpoint({
  method: 'POST',
  path: '/widgets',
  summary: 'Make a widget',
  access: 'staff',
  body: z.object({
    institutionId: id,
    name: widgetFields.name,
    chain: widgetFields.chain,
    allowedOrigins: widgetFields.allowedOrigins.optional(),
    texts: widgetTexts.optional(),
    colour: widgetFields.colour.optional(),
    unansweredSeconds: widgetFields.unansweredSeconds.optional(),
  }),
  answers: { 201: widget },
  problems: ['may_not', 'breaks_rule'],
});

export const readWidget = endpoint({
  method: 'GET',
  path: '/widgets/{widgetId}',
  summary: 'One widget, for staff',
  access: 'staff',
  params: z.object({ widgetId: id }),
  answers: { 200: widget },
  problems: ['not_found'],
});

export const changeWidget = endpoint({
  method: 'PATCH',
  path: '/widgets/{widgetId}',
  summary: 'Change what is named in the body, leave the rest',
  access: 'staff',
  params: z.object({ widgetId: id }),
  body: z.object(widgetFields).partial(),
  answers: { 200: widget },
  problems: ['not_found', 'may_not', 'breaks_rule'],
});

/** `away`: operators have the desk open, none of them is available. */
export const availability = z.object({ online: z.boolean(), away: z.boolean() });
export type Availability = z.infer<typeof availability>;

export const readAvailability = endpoint({
  method: 'GET',
  path: '/widgets/{widgetId}/availability',
  summary: 'Whether a question would find an operator now: what every library page polls',
  access: 'public',
  params: z.object({ widgetId: id }),
  answers: { 200: availability },
  problems: ['not_found'],
});

/** What the panel needs to draw itself. */
export const widgetAppearance = z.object({
  id,
  institutionName: z.string(),
  texts: widgetTexts,
  colour: colour.nullable(),
  /** The library's languages; the first is the one to fall back on. */
  languages: z.array(language),
  online: z.boolean(),
  away: z.boolean(),
});
export type WidgetAppearance = z.infer<typeof widgetAppearance>;

export const readAppearance = endpoint({
  method: 'GET',
  path: '/widgets/{widgetId}/appearance',
  summary: 'Look, texts and availability, for the panel',
  access: 'public',
  params: z.object({ widgetId: id }),
  answers: { 200: widgetAppearance },
  problems: ['not_found'],
});
