// From a column of a file's line to the sentence of the index that holds it.
import type { SentencePlace, Store } from "../index/store.ts";

/** The sentence of the index that holds a column of a 0-based line of a file. */
export function sentencePlace(index: Store, path: string, line: number, column: number): SentencePlace | undefined {
  const file = index.file(path);
  const chunk = file && file.chunkAt(line);
  const row = chunk && rowAt(chunk.sentences, line, column);
  return chunk && row !== undefined ? { chunk, row } : undefined;
}

/** The sentence that holds a column of a line. */
export function rowAt(sentences: { readonly line: Uint32Array; readonly start: Uint32Array; readonly end: Uint32Array }, line: number, column: number): number | undefined {
  let low = 0;
  let high = sentences.line.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences.line[middle] ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  for (let row = low; row < sentences.line.length && sentences.line[row] === line; row++)
    if ((sentences.start[row] ?? 0) <= column && column < (sentences.end[row] ?? 0)) return row;
  return undefined;
}
