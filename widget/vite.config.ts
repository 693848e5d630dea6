import { defineConfig, type Plugin } from 'vite';

const ROOT = import.meta.dirname;
const OUT = `${ROOT}/../dist/widget`;

/**
 * Vite wraps every import of a chunk to load its styles first. No chunk here has any, and the wrapper
 * would be a fortieth of the panel.
 */
const importPlainly: Plugin = {
  name: 'import-plainly',
  enforce: 'pre',
  load: {
    filter: { id: /vite\/preload-helper/ },
    handler: () => 'export const __vitePreload = (load) => load();',
  },
};

/**
 * Two builds with one command. The panel and the full page are modules that share their parts; the
 * loader is a classic script in one piece, since that is what `<script src async>` runs anywhere.
 * Entry points keep their names: library pages and the server know them by these.
 */
export default defineConfig({
  root: ROOT,
  base: '/widget/',
  publicDir: false,
  plugins: [importPlainly],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  json: { namedExports: true },
  // Named, it makes `vite build` build every environment below.
  builder: {},
  build: {
    target: 'es2022',
    outDir: OUT,
    // Chunks are loaded by pages of other origins: nothing may be resolved against their address.
    modulePreload: false,
    reportCompressedSize: true,
  },
  environments: {
    client: {
      build: {
        emptyOutDir: true,
        rolldownOptions: {
          input: { panel: `${ROOT}/panel/panel.tsx`, chat: `${ROOT}/chat.html` },
          preserveEntrySignatures: 'allow-extension',
          output: {
            entryFileNames: '[name].js',
            // Without a hash: a panel that a browser kept over an upgrade still finds its words.
            chunkFileNames: ({ name }) => (name === 'rating' ? 'rating.js' : 'words-[name].js'),
            assetFileNames: '[name][extname]',
          },
        },
      },
    },
    loader: {
      consumer: 'client',
      build: {
        outDir: OUT,
        emptyOutDir: false,
        rolldownOptions: {
          input: { embed: `${ROOT}/loader/embed.ts` },
          output: { format: 'iife', entryFileNames: '[name].js' },
        },
      },
    },
  },
});
