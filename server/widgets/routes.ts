import { changeWidget, createWidget, listWidgets, readWidget } from '#protocol/widgets.ts';
import { created, ok } from '../platform/http/answer.ts';
import type { App } from '../platform/http/app.ts';
import { route } from '../platform/http/route.ts';
import type { Parts } from '../platform/parts.ts';
import { problem } from '../platform/problem.ts';
import { changeWidget as saveChange } from './change-widget.ts';
import { createWidget as makeWidget } from './create-widget.ts';
import { findVisibleWidget, listVisibleWidgets } from './store.ts';
import type { StoredWidget } from './widget.ts';
import { presentWidget } from './widget.ts';

/** The staff's side of widgets; what patrons ask of one depends on who is there: see `routing`. */
export function routeWidgets(app: App, parts: Parts): void {
  const { sql } = parts.database;
  const present = (widget: StoredWidget) => presentWidget(widget, app.ownOrigin);

  route(app, listWidgets, async ({ actor }) => {
    const widgets = await listVisibleWidgets(sql, actor);
    return ok({ items: widgets.map(present), nextCursor: null });
  });

  route(app, createWidget, async ({ actor, body }) =>
    created(present(await makeWidget(parts, actor, body))),
  );

  route(app, readWidget, async ({ actor, params }) => {
    const widget = await findVisibleWidget(sql, actor, params.widgetId);
    if (!widget) throw problem('not_found', 'There is no such widget.');
    return ok(present(widget));
  });

  route(app, changeWidget, async ({ actor, params, body }) =>
    ok(present(await saveChange(parts, actor, params.widgetId, body))),
  );
}
