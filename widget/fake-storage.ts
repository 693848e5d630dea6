/** A storage for tests that behaves as the browser's does: its keys are its own properties. */
export function plainStorage(): Storage {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return Object.hasOwn(this, key) ? (this[key] ?? null) : null;
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = value;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  };
  return Object.create(methods) as Storage;
}

/** A storage with no room left. */
export function fullStorage(): Storage {
  const storage = plainStorage();
  const refuse = () => {
    throw new Error('QuotaExceededError');
  };
  Object.defineProperty(storage, 'setItem', { value: refuse, writable: true, enumerable: false });
  return storage;
}
