// The files of a corpus root, by include and exclude globs relative to the root. Links inside a root are passed over: one
// that leads out of the roots must not be followed, and one that stays inside leads to what is listed under its own name.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import picomatch from "picomatch";
import { slashed } from "./paths.ts";
import type { CorpusRoot } from "./roots.ts";

export interface FoundFile {
  /** Absolute, with `/`, below the root as named. */
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

export type PathFilter = (relativePath: string) => boolean;

/** Whether a path relative to its root is wanted. */
export function pathFilter(include: readonly string[], exclude: readonly string[]): PathFilter {
  const wanted = picomatch([...include], { dot: true, nocase: true });
  const unwanted = exclude.length ? picomatch([...exclude], { dot: true, nocase: true }) : () => false;
  return (path) => wanted(path) && !unwanted(path);
}

/**
 * The wanted files of a root, folder by folder in the order of their names; `fail` hears of what cannot be read, `skip` (given
 * the folder's path) leaves whole folders out.
 */
export function* walk(root: CorpusRoot, wanted: PathFilter, fail: (path: string, error: unknown) => void, skip: (folder: string) => boolean = () => false): Generator<FoundFile> {
  const pending: string[] = [""];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const folders: string[] = [];
    try {
      const entries = readdirSync(join(root.path, folder), { withFileTypes: true });
      for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const relative = folder ? `${folder}/${entry.name}` : entry.name;
        if (entry.isDirectory() && entry.name !== ".git" && entry.name !== "node_modules") {
          if (!skip(slashed(join(root.path, relative)))) folders.push(relative);
        } else if (entry.isFile() && wanted(relative)) {
          const { size, mtimeMs } = statSync(join(root.path, relative));
          yield { path: slashed(join(root.path, relative)), size, modified: Math.trunc(mtimeMs) };
        }
      }
    } catch (error) {
      fail(slashed(join(root.path, folder)), error);
    }
    pending.push(...folders.reverse());
  }
}
