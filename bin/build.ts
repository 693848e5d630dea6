// Builds the two front ends into dist/, compresses what is served, and holds the widget to its budget.
import { existsSync } from 'node:fs';
import { createBuilder } from 'vite';
import { kilobytes, weigh } from './build/budgets.ts';
import { fingerprintSources, markBuilt, unmark } from './build/mark.ts';
import { type Asset, precompress } from './build/precompress.ts';

process.chdir(`${import.meta.dirname}/..`);
const sources = fingerprintSources();
unmark();
const assets: Asset[] = [];
for (const root of ['console', 'widget']) {
  const configFile = `${root}/vite.config.ts`;
  if (!existsSync(configFile)) {
    // Vite would go on with its defaults, and build the wrong folder.
    console.error(`${configFile} is missing`);
    process.exit(1);
  }
  // As the command line does: a root may be built in several parts, and `build` would make the first alone.
  const builder = await createBuilder({ configFile, logLevel: 'warn' }, null);
  await builder.buildApp();
  assets.push(...precompress(`dist/${root}`));
}
markBuilt(sources);

for (const { path, plain, gzip, brotli } of assets) {
  const sizes = [plain, gzip, brotli].map((bytes) => kilobytes(bytes).padStart(10)).join('');
  console.log(`${sizes}  ${path}`);
}
const { lines, kept } = weigh(assets);
console.log(lines.join('\n'));
process.exitCode = kept ? 0 : 1;
