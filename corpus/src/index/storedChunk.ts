// A chunk of a segment in the index: its columns are there, its text is read when it is first asked for.
import { lineStarts } from "../text/lines.ts";
import type { Chunk } from "./chunk.ts";
import type { IndexedChunk } from "./store.ts";

/** Never spread: a copy would have no text. */
export class StoredChunk implements IndexedChunk {
  readonly firstLine: Chunk["firstLine"];
  readonly endLine: Chunk["endLine"];
  readonly start: Chunk["start"];
  readonly end: Chunk["end"];
  readonly articles: Chunk["articles"];
  readonly strings: Chunk["strings"];
  readonly sentences: Chunk["sentences"];
  readonly figures: Chunk["figures"];
  readonly mentions: Chunk["mentions"];
  #text: string | undefined;
  #lines: Uint32Array | undefined;

  constructor(
    private readonly chunk: Chunk,
    readonly path: string,
    readonly base: number,
    readonly run: Uint32Array,
    private readonly readText: () => string,
  ) {
    this.firstLine = chunk.firstLine;
    this.endLine = chunk.endLine;
    this.start = chunk.start;
    this.end = chunk.end;
    this.articles = chunk.articles;
    this.strings = chunk.strings;
    this.sentences = chunk.sentences;
    this.figures = chunk.figures;
    this.mentions = chunk.mentions;
  }

  /** Read when first looked at: the run's numbers say it all to most. */
  get entities(): Chunk["entities"] {
    return this.chunk.entities;
  }
  get text(): string {
    return (this.#text ??= this.readText());
  }
  get lines(): Uint32Array {
    return (this.#lines ??= lineStarts(this.text));
  }
}
