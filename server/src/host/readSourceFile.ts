// One file of the corpus, read and decoded. What cannot be read becomes a problem with its reason and costs nothing else.
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import type { ReadProblem, SourceFile } from "../../../corpus/src/articles/article.ts";
import { decodeText, type Encoding } from "./decode.ts";

/** What stood on the disk. */
export interface FileBytes {
  readonly size: number;
  /** Milliseconds since 1970, asked for before the bytes: a file that is written meanwhile has another time afterwards. */
  readonly modified: number;
  /** 48 bits of the content's SHA-256. */
  readonly hash: number;
  readonly encoding: Encoding;
  /** Bytes of the mark before the text: 3 where UTF-8 has one; undefined unless each character of the text stands for its bytes in UTF-8. */
  readonly mark: number | undefined;
}

export interface ReadSource {
  readonly source?: SourceFile;
  readonly bytes?: FileBytes;
  readonly problems: readonly ReadProblem[];
}

/** Files above this are not read: VS Code itself does not synchronise files over 50 MB. */
const LARGEST = 50 * 1024 * 1024;

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "the file is gone",
  EACCES: "permission denied: let this user read it",
  EPERM: "permission denied: let this user read it",
  EISDIR: "it is a folder",
};

const reason = (error: unknown): string => {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return REASONS[code] ?? (error instanceof Error ? error.message : String(error));
};

/** Reads `path`; `modified` (milliseconds since 1970) is taken from the disk unless given. */
export function readSourceFile(path: string, modified?: number): ReadSource {
  try {
    const { size, mtimeMs } = statSync(path);
    if (size > LARGEST)
      return { problems: [{ code: "too-large", message: `${Math.round(size / 1048576)} MB is over the limit of 50 MB: split the file` }] };
    const read = readFileSync(path);
    const { text, encoding, guessed, binary } = decodeText(read);
    if (binary) return { problems: [{ code: "binary", message: "it holds binary data, not text: exclude it or convert it to text" }] };
    const problems: ReadProblem[] = guessed ? [{ code: "encoding", message: `read as ${encoding} (guessed): save it as UTF-8 if characters look wrong` }] : [];
    const bytes: FileBytes = { size, modified: Math.trunc(mtimeMs), hash: contentHash(read), encoding, mark: utf8Mark(read, text, encoding) };
    return { source: { path, text, modified: modified ?? bytes.modified }, bytes, problems };
  } catch (error) {
    return { problems: [{ code: "unreadable", message: `cannot be read (${reason(error)})` }] };
  }
}

/** 48 bits of the bytes' SHA-256, by which a file that only has another time is known. */
export const contentHash = (bytes: Uint8Array): number => createHash("sha256").update(bytes).digest().readUIntBE(0, 6);

/** A broken byte becomes a character of three: where the lengths agree there was none, or one that stands for its three bytes. */
function utf8Mark(bytes: Buffer, text: string, encoding: Encoding): number | undefined {
  if (encoding !== "utf-8") return undefined;
  const mark = bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  return mark + Buffer.byteLength(text) === bytes.length ? mark : undefined;
}
