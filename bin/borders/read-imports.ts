/** One import as it stands in a file; `line` counts from 1. */
export type Import = { specifier: string; typeOnly: boolean; line: number };

const STATEMENT =
  /^[ \t]*(?:import|export)[ \t]+(?<type>type[ \t]+(?!from\b))?(?:[\w*{}\s,$]+?\bfrom[ \t]*)?['"](?<specifier>[^'"\n]+)['"]/gm;
const CALL = /\b(?<typeof>typeof[ \t]+)?import\(\s*['"](?<specifier>[^'"\n]+)['"]/g;

/** All that a TypeScript file imports or exports from elsewhere, in the order of the file. */
export function readImports(text: string): Import[] {
  return [...text.matchAll(STATEMENT), ...text.matchAll(CALL)]
    .map((match) => ({
      specifier: match.groups?.specifier ?? '',
      typeOnly: match.groups?.type !== undefined || match.groups?.typeof !== undefined,
      line: text.slice(0, match.index + match[0].length).split('\n').length,
    }))
    .sort((a, b) => a.line - b.line);
}
