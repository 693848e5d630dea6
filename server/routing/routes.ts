import { readAppearance, readAvailability } from '#protocol/widgets.ts';
import { ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { findWidget } from '../widgets/index.ts';
import { type AvailabilityBoard, availabilityBoard } from './availability.ts';

export function routeAvailability(app: App, parts: Parts): void {
  const board = availabilityBoard(parts);

  route(app, readAvailability, async ({ params }) => ok(await look(board, params.widgetId)), {
    traffic: 'polled',
  });

  route(app, readAppearance, async ({ params }) => {
    const widget = await findWidget(parts.database.sql, params.widgetId);
    const { online, away } = await look(board, params.widgetId);
    if (!widget) throw problem('not_found', 'There is no such widget.');
    const { id, institutionName, texts, colour, languages } = widget;
    return ok({ id, institutionName, texts, colour, languages, online, away });
  });
}

async function look(board: AvailabilityBoard, widgetId: string) {
  const availability = await board.read(widgetId);
  if (!availability) throw problem('not_found', 'There is no such widget.');
  return availability;
}
