// What every reading of a segment throws where its bytes make no sense. The host's page checksums find damage first; this is for
// what gets past them, and for files that are no segment of this format at all.

/** The segment must not be used any more: it is dropped and what it held is read again from the articles. */
export class SegmentDamaged extends Error {
  override readonly name = "SegmentDamaged";
}

/** Throws unless what is read makes sense. */
export function must(sense: boolean, what: string): asserts sense {
  if (!sense) throw new SegmentDamaged(what);
}
