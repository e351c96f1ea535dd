// What cannot be written in an index folder, and how that is said. The library then works from memory.
import { dirname } from "node:path";
import { slashed } from "../host/paths.ts";

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EROFS: "it is read-only",
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOTDIR: "a part of its path is no folder",
  EEXIST: "a file is in the way",
  ENOENT: "it is gone",
  EMFILE: "too many files are open",
};

/** Thrown by everything below server/src/store that writes: `path` could not be made or written. */
export class IndexUnwritable extends Error {
  override readonly name = "IndexUnwritable";

  constructor(
    readonly path: string,
    /** The system's code, such as ENOSPC; empty where it gave none. */
    readonly code: string,
    /** What the system said. */
    readonly detail: string,
  ) {
    super(`${slashed(path)} cannot be written (${REASONS[code] ?? detail})`);
  }
}

export const codeOf = (error: unknown): string => (error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "");

/** Any failure to write `path` as the one typed error. */
export const unwritable = (path: string, error: unknown): IndexUnwritable =>
  error instanceof IndexUnwritable ? error : new IndexUnwritable(path, codeOf(error), error instanceof Error ? error.message : String(error));

/** The one warning for an analyst: what, where, what it means and what to do. */
export const unwritableWarning = ({ path, code, message }: IndexUnwritable): string =>
  `the index is kept in memory only and is made anew at every start: ${message}. ${code === "ENOSPC" || code === "EDQUOT" ? "Free some space" : `Let this user write ${slashed(dirname(path))}`}, or name another folder in tickmark.index.folder`;
