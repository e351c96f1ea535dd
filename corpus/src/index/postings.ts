// Posting lists: for each token the sentences that hold it, ascending, in growing typed arrays. A token is a 32-bit code
// (see tokens.ts); a sentence is its number in the index.

/** One list; `length` of `items` are in use. */
interface PostingList {
  items: Uint32Array;
  length: number;
}

/** The sentences of one token: a view that stays true only until the next `add`. */
export type Posting = Uint32Array;

const NONE = new Uint32Array(0);

export class Postings {
  readonly #lists = new Map<number, PostingList>();

  /** Adds a sentence to a token's list. Sentences must come in ascending order; a repeated one is kept once. */
  add(token: number, sentence: number): void {
    const list = this.#lists.get(token);
    if (!list) {
      const items = new Uint32Array(2);
      items[0] = sentence;
      this.#lists.set(token, { items, length: 1 });
      return;
    }
    if (list.items[list.length - 1] === sentence) return;
    if (list.length === list.items.length) {
      const grown = new Uint32Array(list.length < 1024 ? list.length * 2 : Math.ceil(list.length * 1.5));
      grown.set(list.items);
      list.items = grown;
    }
    list.items[list.length++] = sentence;
  }

  /** The sentences of a token, ascending. */
  get(token: number): Posting {
    const list = this.#lists.get(token);
    return list ? list.items.subarray(0, list.length) : NONE;
  }

  /** How many sentences hold a token, dead ones included. */
  count(token: number): number {
    return this.#lists.get(token)?.length ?? 0;
  }

  clear(): void {
    this.#lists.clear();
  }
}
