// Work in slices: a thread that answers requests pauses when a slice is over.

/** How long a slice may keep the thread, in milliseconds. */
const SLICE = 12;

export class Slices {
  #start = performance.now();
  /** Whether the pause that was last asked for was taken. */
  ended = false;

  /** Pauses if the slice is over, so that requests are answered. */
  async breathe(): Promise<void> {
    this.ended = performance.now() - this.#start > SLICE;
    if (!this.ended) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#start = performance.now();
  }
}
