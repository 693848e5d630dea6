import { PROBLEMS } from '#protocol/problems.ts';
import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { OpenApi, Operation, Response } from './openapi.ts';
import { describeField, describeShape } from './say-shape.ts';
import type { Shape } from './shapes.ts';

interface Entry {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

const WHO_MAY: Readonly<Record<string, string>> = {
  '': 'Anybody.',
  session: 'Staff, by their session cookie.',
  chatToken: 'The chat’s patron, by its token.',
  'session chatToken': 'Staff by their session cookie, or the chat’s patron by its token.',
};

/**
 * The API for people: one page, without a script, made of the OpenAPI document. Swagger UI was tried first:
 * axe finds seven kinds of fault in it, and it needs inline styles.
 */
export function renderApiPage(api: OpenApi): string {
  const entries = Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  const shapes = Object.entries(api.components.schemas) as [string, Shape][];
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Carrel: the HTTP API</title>
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<a class="skip" href="#content">Skip to the endpoints</a>
<header>
<h1>Carrel: the HTTP API</h1>
<p>Version ${api.info.version} at <code>${api.servers[0]?.url ?? ''}</code>. For programs: <a href="/api/openapi.json">openapi.json</a>.</p>
<p>${api.info.description}</p>
</header>
<nav aria-label="Contents"><ul>
${api.tags.map(({ name }) => html`<li><a href="#${name}">${name}</a></li>`)}
<li><a href="#problems">problems</a></li>
<li><a href="#shapes">shapes</a></li>
</ul></nav>
<main id="content">
${api.tags.map(({ name }) => renderNoun(name, entries))}
<section aria-labelledby="problems"><h2 id="problems">problems</h2>${renderProblems()}</section>
<section aria-labelledby="shapes"><h2 id="shapes">shapes</h2>${shapes.map(renderShape)}</section>
</main>
</body>
</html>
`;
  return page.markup;
}

function renderNoun(noun: string, entries: readonly Entry[]): Html {
  const ofNoun = entries.filter(({ operation }) => operation.tags.includes(noun));
  return html`<section aria-labelledby="${noun}"><h2 id="${noun}">${noun}</h2>${ofNoun.map(renderEntry)}</section>`;
}

function renderEntry({ method, path, operation }: Entry): Html {
  const { operationId, parameters = [], requestBody } = operation;
  const body = requestBody?.content['application/json']?.schema;
  const answers = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'));
  const problems = Object.entries(operation.responses).filter(
    ([status]) => !status.startsWith('2'),
  );
  return html`<article aria-labelledby="${operationId}">
<h3 id="${operationId}"><span class="method">${method.toUpperCase()}</span> <code>${path}</code></h3>
<p>${operation.summary}. ${sayWhoMay(operation)}</p>
${parameters.length === 0 ? '' : html`<h4>Parameters</h4><dl class="fields">${parameters.map((one) => describeField(one.name, one.schema, one.required))}</dl>`}
${body === undefined ? '' : html`<h4>Body</h4>${describeShape(body)}`}
${answers.map(renderAnswer)}
${problems.length === 0 ? '' : html`<h4>Problems</h4><p>${problems.map(([status, { description }]) => html`${linkCodes(status, description)} `)}</p>`}
</article>`;
}

function renderAnswer([status, { description, content }]: [string, Response]): Html {
  const shape = content?.['application/json']?.schema;
  return html`<h4>${status} ${description}</h4>${shape === undefined ? '' : describeShape(shape)}`;
}

function linkCodes(status: string, description: string): Html {
  const codes = description.split('; ').map((entry) => entry.split(':', 1)[0] ?? '');
  return html`${codes.map((code) => html`<a href="#problem-${code}">${status} ${code}</a> `)}`;
}

function sayWhoMay({ security }: Operation): string {
  return WHO_MAY[security.flatMap((scheme) => Object.keys(scheme)).join(' ')] ?? '';
}

function renderProblems(): Html {
  const entries = Object.entries(PROBLEMS).map(
    ([code, { status, title }]) =>
      html`<div id="problem-${code}"><dt><code>${status} ${code}</code></dt><dd>${title}.</dd></div>`,
  );
  return html`<dl class="fields">${entries}</dl>`;
}

function renderShape([name, shape]: [string, Shape]): Html {
  return html`<article aria-labelledby="shape-${name}"><h3 id="shape-${name}">${name}</h3>${describeShape(shape)}</article>`;
}
