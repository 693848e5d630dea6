/** Several names in one cell: `Reference | Law`. A bar or a backslash in a name has a backslash before it. */
export function writeList(names: readonly string[]): string {
  return names.map((name) => name.replaceAll(/[\\|]/g, '\\$&')).join(' | ');
}

export function readList(cell: string): string[] {
  const names = [''];
  for (const [, escaped, sign = ''] of cell.matchAll(/\\([\\|])|(.)/gs)) {
    if (sign === '|') names.push('');
    else names.push(`${names.pop() ?? ''}${escaped ?? sign}`);
  }
  return [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
}
