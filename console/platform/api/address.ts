const BASE = '/api/v1';

interface AddressParts {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
}

/** `/widgets/{widgetId}` with its parameters filled in and the query behind it; absent values are left out. */
export function addressOf(path: string, { params, query }: AddressParts): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params?.[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) search.set(name, String(value));
  }
  return search.size > 0 ? `${BASE}${filled}?${search}` : `${BASE}${filled}`;
}
