import type { FastifyRequest } from 'fastify';
import type { Role } from '#protocol/accounts.ts';

/** A person of the staff, signed in. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly accountId: string;
  readonly sessionId: string;
  readonly institutionId: string;
  readonly role: Role;
  readonly chatAccess: boolean;
}

/** A patron, known by the token of one chat and by nothing else. */
export interface PatronActor {
  readonly kind: 'patron';
  readonly chatId: string;
  readonly patronId: string;
}

/** Names who asks, or throws `not_signed_in`. Implemented by the features that keep sessions and tokens. */
export interface Authenticate {
  staff(request: FastifyRequest): Promise<StaffActor>;
  patron(request: FastifyRequest): Promise<PatronActor>;
}
