import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply } from 'fastify';
import type { App } from './app.ts';

/** Below these, what is not there is not there; anywhere else it may be a page of the console. */
const NO_PAGES = /^\/(api|assets|widget|health|metrics)(\/|$)/;

/** A file's name bears its hash, so it never changes. */
const FOR_EVER = { maxAge: '365d', immutable: true };

/** Libraries' pages keep the loader for five minutes; then the ETag tells whether it is still the same. */
const FOR_MINUTES = { maxAge: '5m' };

/**
 * Serves what the two front ends were built to: the console at `/`, the widget at `/embed.js`,
 * `/widget/*` and `/chat/{widgetId}`. Files lie compressed beside themselves (`.br`, `.gz`).
 *
 * @param dist folder with `console/` and `widget/`; may be empty while a front end is being worked on
 */
export function serveStatic(app: App, dist: string): void {
  const consoleFolder = join(dist, 'console');
  const widgetFolder = join(dist, 'widget');
  app.register(fastifyStatic, { serve: false, preCompressed: true, dotfiles: 'deny' });

  const embed = { config: { page: 'embed', anyOrigin: true } } as const;
  app.get('/embed.js', embed, (_request, reply) =>
    reply.sendFile('embed.js', widgetFolder, FOR_MINUTES),
  );
  app.get<{ Params: { '*': string } }>('/widget/*', embed, (request, reply) => {
    const file = request.params['*'];
    return reply.sendFile(file, widgetFolder, file.startsWith('assets/') ? FOR_EVER : FOR_MINUTES);
  });
  app.get('/chat/:widgetId', { config: { page: 'chat' } }, (_request, reply) =>
    sendPage(reply, 'chat.html', widgetFolder),
  );

  const desk = { config: { page: 'console' } } as const;
  app.get<{ Params: { '*': string } }>('/assets/*', desk, (request, reply) =>
    reply.sendFile(`assets/${request.params['*']}`, consoleFolder, FOR_EVER),
  );
  app.get<{ Params: { '*': string } }>('/*', desk, (request, reply) => {
    const path = request.params['*'];
    if (NO_PAGES.test(`/${path}`)) return reply.callNotFound();
    if (path.includes('.')) return reply.sendFile(path, consoleFolder, FOR_MINUTES);
    return sendPage(reply, 'index.html', consoleFolder);
  });
}

/** A page names the hashed files that it needs, so the browser asks every time whether it is still the same. */
function sendPage(reply: FastifyReply, file: string, folder: string): FastifyReply {
  return reply.header('cache-control', 'no-cache').sendFile(file, folder, { cacheControl: false });
}
