// The layout of a segment: one file of sections, each at a multiple of eight bytes, and a trailer of doubles behind them that says
// where they are. Typed arrays lie as the machine that wrote them has them in memory: a segment is a cache and never travels.
//
// Sentences, articles, chunks, files and entities have numbers from 0 within the segment, in the order in which files were added;
// entities in the order of their hashes. Another layout of any part of it is another FORMAT.

/** One up with every change of what a segment's bytes mean. */
export const FORMAT = 1;

/** Gives exactly `length` bytes of the segment from `offset` on, which are not changed later. What lies outside the file throws. */
export type ReadAt = (offset: number, length: number) => Uint8Array;

/** Sections by number. Data of no fixed size first, then the resident columns. */
export const SECTIONS = [
  "chunkData",
  "fileData",
  "entityData",
  "tokenLists",
  "entityLists",
  "titleLists",
  // blocks of the lists: see listWriter.ts
  "tokenBlocks",
  "entityBlocks",
  "titleBlocks",
  // of files: doubles, then 32-bit numbers
  "fileSize",
  "fileModified",
  "fileHash",
  "fileFirstChunk",
  "fileAt",
  // of chunks
  "chunkByteOffset",
  "chunkByteLength",
  "chunkFirstLine",
  "chunkEndLine",
  "chunkBase",
  "chunkFirstArticle",
  "chunkAt",
  // of articles
  "articleRecency",
  "articleFirstSentence",
  "articleGroup",
  // of entities, in order
  "entityHash",
  "entityAt",
  // hashes ascending, then their numbers
  "pathHashes",
  "pathFiles",
  "idHashes",
  "idArticles",
  "urlHashes",
  "urlArticles",
  "copyKeys",
  "copyArticles",
  // pairs of an article and the one of which it is the cut-off repeat
  "cutOffs",
] as const;
export type Section = (typeof SECTIONS)[number];

/** What a segment holds. */
export const COUNTS = ["files", "chunks", "articles", "sentences", "passages", "figures", "entities"] as const;
export type SegmentCounts = Readonly<Record<(typeof COUNTS)[number], number>>;

/** First and last double of the trailer; read on a machine of the other byte order it is another number. */
export const MAGIC = 0x5469636b6d61;
/** Magic, format, counts, offset and length of each section, length of the whole, magic. */
export const TRAILER = 2 + COUNTS.length + 2 * SECTIONS.length + 2;

/** Lists of character pairs, words and terms keep this many of the newest: a ranking walks no more. */
export const CUT = 30_000;
/** Values (0xd…) are looked up exactly, and keep all. */
export const isCut = (token: number): boolean => token < 0xd0000000 || token >= 0xf0000000;

/** Of a chunk whose file is not UTF-8. */
export const NO_BYTES = 0xffffffff;
