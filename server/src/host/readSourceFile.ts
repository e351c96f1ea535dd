// One file of the corpus, read and decoded. What cannot be read becomes a problem with its reason and costs nothing else.
import { readFileSync, statSync } from "node:fs";
import type { ReadProblem, SourceFile } from "../../../corpus/src/articles/article.ts";
import { decodeText } from "./decode.ts";

export interface ReadSource {
  readonly source?: SourceFile;
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
    const { text, encoding, guessed, binary } = decodeText(readFileSync(path));
    if (binary) return { problems: [{ code: "binary", message: "it holds binary data, not text: exclude it or convert it to text" }] };
    const problems: ReadProblem[] = guessed ? [{ code: "encoding", message: `read as ${encoding} (guessed): save it as UTF-8 if characters look wrong` }] : [];
    return { source: { path, text, modified: modified ?? Math.trunc(mtimeMs) }, problems };
  } catch (error) {
    return { problems: [{ code: "unreadable", message: `cannot be read (${reason(error)})` }] };
  }
}
