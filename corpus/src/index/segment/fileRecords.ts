// What a segment keeps of a file beside its columns: its path, how it is encoded, what it holds.
import type { ByteReader } from "./byteReader.ts";
import type { ByteWriter } from "./byteWriter.ts";
import { readTexts, writeTexts } from "./texts.ts";

export interface FileRecord {
  readonly path: string;
  /** As the host calls it. */
  readonly encoding: string;
  readonly articles: number;
  readonly figures: number;
  /** Lines with a figure or a mention. */
  readonly passages: number;
}

export function writeFile(out: ByteWriter, { path, encoding, articles, figures, passages }: FileRecord): void {
  writeTexts(out, [path, encoding]);
  out.varint(articles);
  out.varint(figures);
  out.varint(passages);
}

export function readFile(from: ByteReader): FileRecord {
  const [path = "", encoding = ""] = readTexts(from, 2);
  return { path, encoding, articles: from.varint(), figures: from.varint(), passages: from.varint() };
}
