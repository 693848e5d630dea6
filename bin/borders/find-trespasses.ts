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

function judge(from: string, found: Import, packages: Packages): string | undefined {
  const root = rootOf(from);
  const border = ROOTS[root];
  if (border === undefined) return undefined;

  const specifier = found.specifier.replace(/\?.*$/, '');
  if (specifier.startsWith('#')) return judgeRoot(from, root, border, specifier.slice(1), found);
  if (!specifier.startsWith('.'))
    return judgePackage(from, root, border, specifier, packages, found);

  const to = path.posix.join(path.posix.dirname(from), specifier);
  if (rootOf(to) === 'protocol' && root !== 'protocol') {
    return `import it as #${to}, not by a relative path`;
  }
  if (rootOf(to) !== root) return judgeRoot(from, root, border, to, found);
  return root === 'server' ? judgeFeature(from, to) : undefined;
}

function judgeRoot(
  from: string,
  root: string,
  border: Border,
  to: string,
  found: Import,
): string | undefined {
  const target = rootOf(to);
  if (border.roots.includes(target)) return undefined;
  if (isTest(from) && (target === 'test' || target === 'protocol')) return undefined;
  if (!border.typesOf.includes(target)) return `${root}/ may not import ${target}/`;
  return found.typeOnly
    ? undefined
    : `${root}/ may import types of ${target}/ alone: use import type`;
}

function judgePackage(
  from: string,
  root: string,
  border: Border,
  specifier: string,
  packages: Packages,
  found: Import,
): string | undefined {
  // Tests and the build's settings run on a developer's machine, where every package is at hand.
  if (isTest(from) || from.endsWith('/vite.config.ts')) return undefined;
  if (specifier.startsWith('node:')) {
    return border.node ? undefined : `${root}/ runs in a browser too, where ${specifier} is not`;
  }
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
  // A type leaves nothing to install; but a root with a list of its own keeps to it in types too.
  const groups = border.packages.filter(
    (entry) => entry === 'dependencies' || entry === 'devDependencies',
  );
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
  if (target === undefined)
    return 'nothing imports the files at the top of server/: they import the rest';
  if (!ORDER.includes(target))
    return `${target} is not in the order of features: bin/borders/table.ts`;
  // Platform is the ground, not a feature: it has no door, one walks on it anywhere.
  if (target !== 'platform' && path.posix.basename(to) !== 'index.ts') {
    return `enter ${target} through server/${target}/index.ts`;
  }
  if (feature === undefined) return undefined;
  if (!ORDER.includes(feature))
    return `${feature} is not in the order of features: bin/borders/table.ts`;
  if (ORDER.indexOf(target) < ORDER.indexOf(feature)) return undefined;
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
