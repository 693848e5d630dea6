import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const SERVER = process.env.CARREL_SERVER ?? 'http://localhost:8080';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    // The page is served with a strict Content-Security-Policy, which lets no data: address in.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/api': { target: SERVER, ws: true },
      '/chat': SERVER,
      '/embed.js': SERVER,
      '/health': SERVER,
    },
  },
});
