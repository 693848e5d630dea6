// Enforces the borders of bin/borders/table.ts: `node bin/check-borders.ts`.
// Biome tells the coarse ones while one types; the order of the features is beyond its patterns.
import { globSync, readFileSync } from 'node:fs';
import { findTrespasses } from './borders/find-trespasses.ts';
import { ROOTS } from './borders/table.ts';

const manifest: { dependencies: object; devDependencies: object } = JSON.parse(
  readFileSync('package.json', 'utf8'),
);
const sources = Object.keys(ROOTS)
  .flatMap((root) => globSync(`${root}/**/*.{ts,tsx}`))
  .sort()
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const trespasses = findTrespasses(sources, {
  dependencies: Object.keys(manifest.dependencies),
  devDependencies: Object.keys(manifest.devDependencies),
});
for (const trespass of trespasses) console.error(trespass);
console.log(`${sources.length} files, ${trespasses.length} imports over a border`);
process.exitCode = trespasses.length > 0 ? 1 : 0;
