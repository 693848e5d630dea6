import { parseCookie, stringifySetCookie } from 'cookie';

/** The cookie of a signed-in browser: its name and whether it travels by https alone. */
export interface SessionCookie {
  readonly name: string;
  readonly secure: boolean;
}

/** By https the name carries `__Host-`, so that no neighbour on a sibling domain can plant one (RFC 6265bis, 4.1.3.2). */
export function sessionCookie(publicUrl: string): SessionCookie {
  const secure = publicUrl.startsWith('https:');
  return { name: secure ? '__Host-carrel_session' : 'carrel_session', secure };
}

/** Finds the session in a `Cookie` header. */
export function readSessionCookie(
  header: string | undefined,
  cookie: SessionCookie,
): string | undefined {
  return header === undefined ? undefined : parseCookie(header)[cookie.name];
}

/** Value of a `Set-Cookie` header. `maxAge` in seconds. */
export function writeSessionCookie(cookie: SessionCookie, value: string, maxAge: number): string {
  return stringifySetCookie({
    name: cookie.name,
    value,
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: cookie.secure,
    maxAge,
  });
}

/** Value of a `Set-Cookie` header that makes the browser forget the session. */
export function clearSessionCookie(cookie: SessionCookie): string {
  return writeSessionCookie(cookie, '', 0);
}
