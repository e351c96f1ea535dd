// Where the chunks of a file lie in its bytes, so that the text of one is read without the rest.
import type { Chunk } from "../../../corpus/src/index/chunk.ts";

/**
 * Byte offset and length of each chunk's text in a UTF-8 file; `mark` are the bytes before the text (see FileBytes). The chunks
 * come in the order of the text. Decode them with `ignoreBOM`: a chunk may begin with the character that is a mark elsewhere.
 */
export function chunkBytes(text: string, mark: number, chunks: readonly Pick<Chunk, "start" | "end">[]): readonly (readonly [number, number])[] {
  let at = mark;
  let done = 0;
  return chunks.map(({ start, end }) => {
    at += Buffer.byteLength(text.slice(done, start));
    const length = Buffer.byteLength(text.slice(start, end));
    const place = [at, length] as const;
    at += length;
    done = end;
    return place;
  });
}
