/** How a chat goes from hand to hand. */
export interface RoutingTables {
  /** `withdrawnAt`: it was offered there, and is not any more. */
  offers: { chatId: string; queueId: string; since: Date; withdrawnAt: Date | null };
  /** One under way a chat. */
  transfers: {
    chatId: string;
    fromId: string;
    toId: string;
    note: string | null;
    offeredAt: Date;
    expiresAt: Date;
  };
  /** A view: levels that open something. */
  heldLevels: {
    coopId: string;
    accountId: string;
    level: 'regular' | 'institutionAdmin' | 'coopAdmin';
    institutionId: string;
  };
  patronSightings: { chatId: string; at: Date };
}
