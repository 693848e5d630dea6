import path from 'node:path';
import { type Import, readImports } from './read-imports.ts';
import { type Border, FEATURES, type Packages, ROOTS } from './table.ts';

/** A source file: its path from the top of the repository, and its text. */
export type Source = { path: string; text: string };

const ORDER = FEATURES.flat();

/** Every import that crosses a border, a line each: `path:line: what is wrong and what would be right`. */
export function findTrespasses(sources: readonly Source[], packages: Packages): string[] {
  return sources.flatMap((source) =>
    readImports(source.text).flatMap((found) => {
      const fault = judge(source.path, found, packages);
      return fault === undefined ? [] : [`${source.path}:${found.line}: ${fault}`];
    }),
  );
}

/** An import, the file it stands in, and the border around that file. */
type Crossing = { from: string; root: string; border: Border; found: Import };

function judge(from: string, found: Import, packages: Packages): string | undefined {
  const root = rootOf(from);
  const border = ROOTS[root];
  if (border === undefined) return undefined;

  const crossing = { from, root, border, found };
  // Vite's imports may end in `?raw`, `?url` and the like.
  const specifier = found.specifier.replace(/\?.*$/, '');
  if (specifier.startsWith('#')) return judgeRoot(crossing, specifier.slice(1));
  if (!specifier.startsWith('.')) return judgePackage(crossing, specifier, packages);

  const to = path.posix.join(path.posix.dirname(from), specifier);
  if (rootOf(to) === root) return root === 'server' ? judgeFeature(from, to) : undefined;
  if (rootOf(to) === 'protocol') return `import it as #${to}, not by a relative path`;
  return judgeRoot(crossing, to);
}

function judgeRoot({ from, root, border, found }: Crossing, to: string): string | undefined {
  const target = rootOf(to);
  if (border.roots.includes(target)) return undefined;
  if (isTest(from) && (target === 'test' || target === 'protocol')) return undefined;
  if (!border.typesOf.includes(target)) return `${root}/ may not import ${target}/`;
  if (found.typeOnly) return undefined;
  return `${root}/ may import types of ${target}/ alone: use import type`;
}

function judgePackage(
  { from, root, border, found }: Crossing,
  specifier: string,
  packages: Packages,
): string | undefined {
  // Tests and the build's settings run on a developer's machine, where every package is at hand.
  if (isTest(from) || from.endsWith('/vite.config.ts')) return undefined;
  if (specifier.startsWith('node:')) {
    return border.node ? undefined : `${root}/ runs in a browser too, where ${specifier} is not`;
  }
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  const groups = border.packages.filter(
    (entry) => entry === 'dependencies' || entry === 'devDependencies',
  );
  // A type leaves nothing to install; but a root with a list of its own keeps to it in types too.
  if (found.typeOnly && groups.length > 0) return undefined;
  if (border.packages.includes(name) || groups.some((group) => packages[group].includes(name))) {
    return undefined;
  }
  return `${root}/ may import packages of ${border.packages.join(', ')} alone, and ${name} is none`;
}

function judgeFeature(from: string, to: string): string | undefined {
  const feature = featureOf(from);
  const target = featureOf(to);
  if (target === feature) return undefined;
  if (target === undefined) {
    return 'nothing imports the files at the top of server/: they import the rest';
  }
  const stranger = [feature, target].find((name) => name !== undefined && !ORDER.includes(name));
  if (stranger) return `${stranger} is not in the order of features: bin/borders/table.ts`;
  // Platform is the ground, not a feature: it has no door, one walks on it anywhere.
  if (target !== 'platform' && to !== `server/${target}/index.ts`) {
    return `enter ${target} through server/${target}/index.ts`;
  }
  if (feature === undefined || ORDER.indexOf(target) < ORDER.indexOf(feature)) return undefined;
  return `${feature} knows nothing of ${target}, which comes after it: let ${target} listen to its events`;
}

function rootOf(file: string): string {
  return file.split('/', 1)[0] ?? '';
}

/** The folder below server/, or undefined for a file at its top, such as main.ts. */
function featureOf(file: string): string | undefined {
  const [, folder, ...rest] = file.split('/');
  return rest.length > 0 ? folder : undefined;
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}
