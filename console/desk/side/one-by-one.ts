/**
 * Sends one wish at a time, and of those that come meanwhile the last alone: two requests on their way at
 * once may arrive in either order, and the first would win. What is returned resolves when nothing is left.
 *
 * @param send must not reject
 */
export function oneByOne<Wish>(
  send: (wish: Wish) => Promise<unknown>,
): (wish: Wish) => Promise<void> {
  let next: { readonly wish: Wish } | undefined;
  let sending: Promise<void> | undefined;

  async function sendAll(): Promise<void> {
    while (next) {
      const { wish } = next;
      next = undefined;
      await send(wish);
    }
    sending = undefined;
  }

  return (wish) => {
    next = { wish };
    sending ??= sendAll();
    return sending;
  };
}
