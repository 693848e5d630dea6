import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** A library's own web server: strict about what its pages may load, and careless in its style sheet. */
export interface LibrarySite {
  readonly origin: string;
}

/** Rules that would wreck any widget that they reach. */
const HOSTILE_CSS = `
* { all: unset !important; }
button, input, textarea, p, span, div, section, aside {
  display: none !important; color: lime !important; font: 40px fantasy !important;
}
carrel-chat * { visibility: hidden !important; }
body { display: block !important; transform: rotate(1deg); }
h1 { display: block !important; }
`;

/**
 * Serves one page that holds `snippet` as it was copied. Its policy allows what docs/embedding.md
 * names, and nothing else. Ends after the calling test file.
 */
export async function openLibrarySite(snippet: string, carrel: string): Promise<LibrarySite> {
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    `script-src ${carrel}`,
    `connect-src ${carrel} ${carrel.replace(/^http/, 'ws')}`,
    "require-trusted-types-for 'script'",
  ].join('; ');
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Our library</title>
<link rel="stylesheet" href="/site.css"></head>
<body><h1>Our library</h1>
${snippet}
</body></html>`;

  const server = createServer(({ url }, response) => {
    const isStyle = url === '/site.css';
    response.setHeader('content-type', isStyle ? 'text/css' : 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', policy);
    response.end(isStyle ? HOSTILE_CSS : page);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  afterAll(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}` };
}
