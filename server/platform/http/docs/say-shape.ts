import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { Shape } from './shapes.ts';

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  boolean: 'true or false',
  null: 'null',
};

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'id',
  'date-time': 'time in UTC',
  email: 'e-mail address',
  uri: 'web address',
};

/** The fields of an object, each with its type and rule; other shapes as one line. */
export function describeShape(shape: Shape): Html {
  const variants = shape.oneOf ?? shape.anyOf;
  if (variants?.some(isObject)) {
    return html`<ul class="variants">${variants.map((variant) => html`<li>${describeShape(variant)}</li>`)}</ul>`;
  }
  if (shape.properties === undefined) return html`<p>${sayShape(shape)}</p>`;
  return html`<dl class="fields">${describeFields(shape, '')}</dl>`;
}

function describeFields(shape: Shape, prefix: string): Html[] {
  const { properties = {}, required = [] } = shape;
  return Object.entries(properties).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const line = describeField(path, field, required.includes(name));
    const inner = field.type === 'array' ? field.items : field;
    if (inner === undefined || !isObject(inner)) return [line];
    return [line, ...describeFields(inner, field.type === 'array' ? `${path}[].` : `${path}.`)];
  });
}

export function describeField(name: string, shape: Shape, required: boolean): Html {
  const note = required ? '' : ', optional';
  return html`<div><dt><code>${name}</code></dt><dd>${sayShape(shape)}${note}${sayDefault(shape)}</dd></div>`;
}

function sayDefault(shape: Shape): string {
  return shape.default === undefined ? '' : `, else ${JSON.stringify(shape.default)}`;
}

function sayShape(shape: Shape): Html {
  if (shape.$ref !== undefined) return link(shape.$ref);
  if (shape.const !== undefined) return html`<code>${JSON.stringify(shape.const)}</code>`;
  if (shape.enum !== undefined) return html`${joinWithOr(shape.enum.map(sayValue))}`;
  const variants = shape.oneOf ?? shape.anyOf;
  if (variants !== undefined) return html`${joinWithOr(variants.map(sayShape))}`;
  if (shape.type === 'array')
    return html`list of ${sayShape(shape.items ?? {})}${sayBounds(shape)}`;
  if (shape.properties !== undefined) return html`object`;
  if (typeof shape.additionalProperties === 'object') {
    return html`object of ${sayShape(shape.additionalProperties)}, by name`;
  }
  return html`${sayType(shape)}${sayBounds(shape)}`;
}

function sayType({ type, format }: Shape): string {
  if (format !== undefined) return FORMATS[format] ?? format;
  return [type ?? 'anything']
    .flat()
    .map((name) => TYPES[name] ?? name)
    .join(' or ');
}

function sayBounds(shape: Shape): string {
  const least = shape.minLength ?? shape.minimum ?? shape.minItems;
  const most = shape.maxLength ?? shape.maximum ?? shape.maxItems;
  if (least === undefined && most === undefined) return '';
  const unit = shape.type === 'string' ? ' characters' : shape.type === 'array' ? ' entries' : '';
  if (most === undefined) return `, at least ${least?.toLocaleString('en')}${unit}`;
  if (least === undefined) return `, at most ${most.toLocaleString('en')}${unit}`;
  return `, ${least.toLocaleString('en')} to ${most.toLocaleString('en')}${unit}`;
}

function sayValue(value: unknown): Html {
  return html`<code>${String(value)}</code>`;
}

function joinWithOr(pieces: readonly Html[]): Html[] {
  return pieces.map((piece, index) => (index === 0 ? piece : html` or ${piece}`));
}

function link(ref: string): Html {
  const name = ref.slice(ref.lastIndexOf('/') + 1);
  return html`<a href="#shape-${name}">${name}</a>`;
}

function isObject(shape: Shape): boolean {
  return shape.properties !== undefined || shape.$ref !== undefined;
}
