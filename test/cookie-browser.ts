import { signIn } from '#protocol/accounts.ts';
import { PUBLIC_URL } from '../server/platform/http/test-app.ts';
import type { House } from './house.ts';

/** What somebody enters to sign in. */
interface Entry {
  readonly username: string;
  readonly password: string;
  readonly code?: string;
}

/** A browser at an address, which keeps the cookies that it gets. */
export function cookieBrowser(house: House, remoteAddress: string) {
  const cookies = new Map<string, string>();
  return {
    cookies,
    remoteAddress,
    /** As it signs in; of a refusal also the code, and the seconds to wait. */
    async signIn(entry: Entry): Promise<{ status: number; code: string | null; wait: number }> {
      const answer = await house.app.inject({
        method: 'POST',
        url: `/api/v1${signIn.path}`,
        remoteAddress,
        headers: {
          origin: PUBLIC_URL,
          'user-agent': 'Firefox/140.0 (X11; Linux)',
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        },
        payload: entry,
      });
      for (const { name, value } of answer.cookies) cookies.set(name, value);
      const { code = null } = answer.json();
      return { status: answer.statusCode, code, wait: Number(answer.headers['retry-after'] ?? 0) };
    },
  };
}
