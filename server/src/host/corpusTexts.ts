// Texts of the corpus, read from the articles' own files when an answer shows them. A file that is no longer what was read gives
// nothing, and is told to whoever reads it again.
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { TextSource } from "../../../corpus/src/index/layer.ts";
import type { StoredFile } from "../../../corpus/src/index/layer.ts";
import { readSourceFile } from "./readSourceFile.ts";
import { mayRead, type CorpusRoot } from "./roots.ts";

/** Milliseconds for which a file that was looked at counts as looked at, and a folder as inside its root. */
const FRESH = 250;
const FOLDER_FRESH = 5_000;
const REMEMBERED = 20_000;

export interface CorpusTextsOptions {
  readonly roots: () => readonly CorpusRoot[];
  /** Hears of files that are gone or changed, perhaps more than once. */
  readonly changed: (path: string) => void;
}

export class CorpusTexts implements TextSource {
  readonly #looked = new Map<string, { readonly at: number; readonly size: number; readonly modified: number }>();
  readonly #folders = new Map<string, { readonly at: number; readonly inside: boolean }>();

  constructor(private readonly options: CorpusTextsOptions) {}

  isCurrent(file: StoredFile): boolean {
    const now = performance.now();
    let looked = this.#looked.get(file.path);
    if (!looked || now - looked.at > FRESH) {
      const stats = statSync(file.path, { throwIfNoEntry: false });
      looked = { at: now, size: stats?.isFile() ? stats.size : -1, modified: Math.trunc(stats?.mtimeMs ?? -1) };
      if (this.#looked.size > REMEMBERED) this.#looked.clear();
      this.#looked.set(file.path, looked);
    }
    if (looked.size === file.size && looked.modified === file.modified && this.#isInside(file.path, now)) return true;
    this.options.changed(file.path);
    return false;
  }

  read(file: StoredFile, bytes?: readonly [offset: number, length: number]): string {
    if (!this.#isInside(file.path, performance.now())) return "";
    const text = bytes ? readBytes(file, bytes) : this.#readWhole(file);
    if (text === undefined) this.options.changed(file.path);
    return text ?? "";
  }

  #readWhole(file: StoredFile): string | undefined {
    return isSame(file, lstatSync(file.path, { throwIfNoEntry: false })) ? readSourceFile(file.path).source?.text : undefined;
  }

  /** Whether the file's folder is, links resolved, inside a root: asked anew every few seconds. */
  #isInside(path: string, now: number): boolean {
    const folder = dirname(path);
    let known = this.#folders.get(folder);
    if (!known || now - known.at > FOLDER_FRESH) {
      known = { at: now, inside: mayRead(this.options.roots(), folder) };
      if (this.#folders.size > REMEMBERED) this.#folders.clear();
      this.#folders.set(folder, known);
    }
    return known.inside;
  }
}

const isSame = ({ size, modified }: StoredFile, stats: { readonly size: number; readonly mtimeMs: number } | undefined): boolean =>
  stats !== undefined && stats.size === size && Math.trunc(stats.mtimeMs) === modified;

/** Some bytes of a UTF-8 file; undefined where it is not what was read. */
function readBytes(file: StoredFile, [offset, length]: readonly [number, number]): string | undefined {
  let opened: number | undefined;
  try {
    // a file that became a link is not followed; Windows knows no such flag
    opened = openSync(file.path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    if (!isSame(file, fstatSync(opened))) return undefined;
    const bytes = Buffer.allocUnsafe(length);
    if (readSync(opened, bytes, 0, length, offset) !== length) return undefined;
    return bytes.toString("utf8");
  } catch {
    return undefined;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}
