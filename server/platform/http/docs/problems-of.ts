import type { Endpoint } from '#protocol/endpoint.ts';
import type { ProblemCode } from '#protocol/problems.ts';

/** All problems that an endpoint may answer: its own and those of the way to it. */
export function problemsOf(endpoint: Endpoint): ProblemCode[] {
  const { access, method } = endpoint;
  const asksWho: ProblemCode[] = access === 'public' ? [] : ['not_signed_in'];
  const heedsCookie = access === 'staff' || access === 'party';
  const fromOurPages: ProblemCode[] = heedsCookie && method !== 'GET' ? ['foreign_origin'] : [];
  const readsQuery: ProblemCode[] = endpoint.query === undefined ? [] : ['breaks_rule'];
  const readsBody: ProblemCode[] =
    endpoint.body === undefined ? [] : ['too_large', 'unsupported_media_type', 'breaks_rule'];
  const all: ProblemCode[] = [
    'malformed',
    ...asksWho,
    ...fromOurPages,
    ...(endpoint.problems ?? []),
    ...readsQuery,
    ...readsBody,
    'too_many_requests',
    'internal',
  ];
  return [...new Set(all)];
}
