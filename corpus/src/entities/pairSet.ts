// Which pairs of neighbouring units stand in a text, as a set of hashed bits: a word one of whose pairs is not among them is
// not in the text. It is asked before a long text is searched for one word after the other.

const BITS = 65536;

export interface PairSet {
  /** False where the word is surely not in the text; words of one unit are never ruled out. */
  readonly mayHold: (word: string) => boolean;
}

/** The pairs of a text; they are noted when the first word is asked for. */
export function pairSet(text: string): PairSet {
  let bits: Uint32Array | undefined;
  return {
    mayHold(word) {
      bits ??= pairsOf(text);
      let before = word.charCodeAt(0);
      for (let at = 1; at < word.length; at++) {
        const unit = word.charCodeAt(at);
        const slot = slotOf(before, unit);
        if (((bits[slot >> 5] as number) & (1 << (slot & 31))) === 0) return false;
        before = unit;
      }
      return true;
    },
  };
}

const slotOf = (first: number, second: number): number => (Math.imul(first, 0x9e3b) + second) & (BITS - 1);

function pairsOf(text: string): Uint32Array {
  const bits = new Uint32Array(BITS / 32);
  let before = text.charCodeAt(0);
  for (let at = 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const slot = slotOf(before, unit);
    bits[slot >> 5] = (bits[slot >> 5] as number) | (1 << (slot & 31));
    before = unit;
  }
  return bits;
}
