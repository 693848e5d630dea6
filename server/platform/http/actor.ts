import type { FastifyRequest } from 'fastify';
import type { Role } from '#protocol/accounts.ts';

/** A person of the staff, signed in: the account as it stands in the database at that moment. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly accountId: string;
  readonly sessionId: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly username: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly role: Role;
  readonly chatAccess: boolean;
  /** The institution requires a second factor and there is none: nothing but adding one is open. */
  readonly mustAddSecondFactor: boolean;
  /** They have seen the tour of the desk, or skipped it. */
  readonly isToured: boolean;
  /** Network address that the request came from; null where it came over a socket. */
  readonly address: string | null;
}

/** A patron, known by the token of one chat and by nothing else. */
export interface PatronActor {
  readonly kind: 'patron';
  readonly chatId: string;
}

/** Names who asks, or throws `not_signed_in`. Implemented by the features that keep sessions and tokens. */
export interface Authenticate {
  staff(request: FastifyRequest): Promise<StaffActor>;
  patron(request: FastifyRequest): Promise<PatronActor>;
}
