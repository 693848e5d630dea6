import { sql as fragment, type Selectable } from 'kysely';
import type { Language } from '#protocol/schemas.ts';
import type { ChainStep, WidgetTexts } from '#protocol/widgets.ts';
import type { Queries, Schema } from '../platform/database/index.ts';
import type { StaffActor } from '../platform/http/actor.ts';
import type { StoredWidget } from './widget.ts';

/** By library, then by name. */
export async function listVisibleWidgets(sql: Queries, actor: StaffActor): Promise<StoredWidget[]> {
  const rows = await visibleWidgets(sql, actor)
    .orderBy('institutions.name')
    .orderBy('widgets.name')
    .orderBy('widgets.id')
    .execute();
  return rows.map(fromRow);
}

export async function findVisibleWidget(
  sql: Queries,
  actor: StaffActor,
  widgetId: string,
): Promise<StoredWidget | undefined> {
  const row = await visibleWidgets(sql, actor)
    .where('widgets.id', '=', widgetId)
    .executeTakeFirst();
  return row && fromRow(row);
}

/** For patrons, who know a widget by its id alone. */
export async function findWidget(
  sql: Queries,
  widgetId: string,
): Promise<StoredWidget | undefined> {
  const row = await widgets(sql).where('widgets.id', '=', widgetId).executeTakeFirst();
  return row && fromRow(row);
}

/** Those of the caller's institution; for the owner, all. */
function visibleWidgets(sql: Queries, actor: StaffActor) {
  return widgets(sql).$if(actor.role !== 'owner', (query) =>
    query.where('widgets.institutionId', '=', actor.institutionId),
  );
}

function widgets(sql: Queries) {
  return sql
    .selectFrom('widgets')
    .innerJoin('institutions', 'institutions.id', 'widgets.institutionId')
    .select([
      'widgets.id',
      'widgets.institutionId',
      'institutions.name as institutionName',
      'widgets.name',
      'widgets.chain',
      'widgets.allowedOrigins',
      'widgets.texts',
      'widgets.colour',
      'widgets.unansweredSeconds',
      'institutions.languages',
    ]);
}

type Row = Omit<Selectable<Schema['widgets']>, 'createdAt'> & {
  institutionName: string;
  languages: string[];
};

function fromRow(row: Row): StoredWidget {
  return { ...row, languages: row.languages as Language[] };
}

export interface NewWidget {
  readonly id: string;
  readonly institutionId: string;
  readonly name: string;
  readonly chain: readonly ChainStep[];
  readonly allowedOrigins: string[];
  readonly texts: WidgetTexts;
  readonly colour: string | null;
  readonly unansweredSeconds: number;
  readonly createdAt: Date;
}

export async function insertWidget(sql: Queries, widget: NewWidget): Promise<void> {
  await sql
    .insertInto('widgets')
    .values({
      ...widget,
      chain: JSON.stringify(widget.chain),
      texts: JSON.stringify(widget.texts),
    })
    .execute();
}

/** What a change may name; what is undefined stays as it is. */
export type WidgetChange = {
  readonly [Field in Exclude<keyof NewWidget, 'id' | 'institutionId' | 'createdAt'>]?:
    | NewWidget[Field]
    | undefined;
};

export async function updateWidget(
  sql: Queries,
  widgetId: string,
  { chain, texts, ...plain }: WidgetChange,
): Promise<void> {
  await sql
    .updateTable('widgets')
    .set({
      ...plain,
      chain: chain && JSON.stringify(chain),
      texts: texts && JSON.stringify(texts),
      // An update needs a column to set, even when nothing was named.
      id: fragment.ref('id'),
    })
    .where('id', '=', widgetId)
    .execute();
}

/** Of those given, the ids of co-ops that the institution belongs to. */
export async function joinedCoops(
  sql: Queries,
  coopIds: readonly string[],
  institutionId: string,
): Promise<Set<string>> {
  if (coopIds.length === 0) return new Set();
  const rows = await sql
    .selectFrom('coopInstitutions')
    .select('coopId')
    .where('institutionId', '=', institutionId)
    .where('coopId', 'in', [...coopIds])
    .execute();
  return new Set(rows.map((row) => row.coopId));
}
