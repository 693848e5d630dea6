/** Kinds of answers by who may load, frame and read them. */
export type Page = 'api' | 'console' | 'chat' | 'docs' | 'demo' | 'embed';

type Headers = Readonly<Record<string, string>>;

/** A year: the shortest that browsers' preload lists count as meant. */
const HSTS = 'max-age=31536000';

const DEVICES = 'camera=(), microphone=(), geolocation=(), payment=(), usb=()';

/** Headers for each kind of page, made once. `ownOrigin` is the origin that people open Carrel at. */
export function securityHeaders(ownOrigin: string): Readonly<Record<Page, Headers>> {
  const common: Headers = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'permissions-policy': DEVICES,
    ...(ownOrigin.startsWith('https:') ? { 'strict-transport-security': HSTS } : {}),
  };
  const closed: Headers = { ...common, 'x-frame-options': 'DENY' };
  // Safari before 15.4 does not count a socket as `'self'`.
  const live = `connect-src 'self' ${ownOrigin.replace(/^http/, 'ws')}`;
  const framedByNobody = "frame-ancestors 'none'";

  return {
    api: {
      ...closed,
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': policy("default-src 'none'", framedByNobody),
    },
    console: {
      ...closed,
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'content-security-policy': policy(
        "default-src 'none'",
        "script-src 'self'",
        // Mantine writes its variables into a style element.
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "media-src 'self' data:",
        "manifest-src 'self'",
        "worker-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        live,
        framedByNobody,
      ),
    },
    // Libraries put the full-page chat into frames of theirs.
    chat: {
      ...common,
      'content-security-policy': policy(
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "media-src 'self' data:",
        "form-action 'none'",
        live,
        'frame-ancestors *',
      ),
    },
    docs: {
      ...closed,
      'cross-origin-opener-policy': 'same-origin',
      'content-security-policy': policy(
        "default-src 'none'",
        "style-src 'self'",
        "font-src 'self'",
        "form-action 'none'",
        framedByNobody,
      ),
    },
    demo: {
      ...closed,
      'content-security-policy': policy(
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "font-src 'self'",
        "media-src 'self' data:",
        "form-action 'self'",
        live,
        framedByNobody,
      ),
    },
    // Loaded by pages of libraries.
    embed: { ...common, 'cross-origin-resource-policy': 'cross-origin' },
  };
}

function policy(...directives: readonly string[]): string {
  return [...directives, "base-uri 'none'"].join('; ');
}
