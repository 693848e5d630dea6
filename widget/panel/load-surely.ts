/** Milliseconds until the next try. */
const TRY_AGAIN = 3_000;

/** A part of the panel that comes later, tried until it is here. */
export async function loadSurely<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN));
    return loadSurely(load);
  }
}
