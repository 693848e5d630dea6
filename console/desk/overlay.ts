/**
 * What lies over the desk for a while. One that closes gives the focus back to where it was, except after
 * words were put into a chat: then it stays there, behind them. `inserted` lasts until the next opening.
 */
export type Overlay = 'closed' | 'open' | 'inserted';
