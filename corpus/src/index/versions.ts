// Versions of indexes, counted over the whole run: what is kept for one is never taken for another index's.
let versions = 0;

/** A number that was never given before. */
export const nextVersion = (): number => ++versions;
