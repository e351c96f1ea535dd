// Chunks of segments that are kept ready: the least lately used go first when their texts and columns grow too large.
import type { IndexedChunk } from "./store.ts";

/** UTF-16 units of text, and what a chunk's columns weigh beside them. */
const ROOM = 4_000_000;
const COLUMNS = 2_000;

export class ChunkCache<C extends IndexedChunk> {
  readonly #chunks = new Map<string, C>();
  #weight = 0;

  get(key: string): C | undefined {
    const chunk = this.#chunks.get(key);
    if (!chunk) return undefined;
    this.#chunks.delete(key);
    this.#chunks.set(key, chunk);
    return chunk;
  }

  set(key: string, chunk: C): void {
    this.#chunks.set(key, chunk);
    this.#weight += weightOf(chunk);
    for (const [oldest, one] of this.#chunks) {
      if (this.#weight <= ROOM || one === chunk) break;
      this.#chunks.delete(oldest);
      this.#weight -= weightOf(one);
    }
  }

  clear(): void {
    this.#chunks.clear();
    this.#weight = 0;
  }
}

const weightOf = ({ start, end }: IndexedChunk): number => end - start + COLUMNS;
