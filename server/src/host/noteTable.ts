// The notes of the workspace, on disk: each file's text parsed once, read again when it changed. Small beside the corpus; read
// after it, in slices.
import { lstatSync, readFileSync } from "node:fs";
import { parseNote } from "../../../corpus/src/note/parseNote.ts";
import type { KnownNote } from "../../../corpus/src/features/notes/notesOf.ts";
import { decodeText } from "./decode.ts";
import { isInside, realPath } from "./paths.ts";
import { walk } from "./walk.ts";

/** Larger Markdown files are no notes. */
const LARGEST = 4 * 1024 * 1024;
const SLICE = 20;

export interface NoteFolders {
  readonly folders: readonly string[];
  /** Folders whose Markdown is no note. */
  readonly without: readonly string[];
  readonly isNote: (path: string) => boolean;
}

export class NoteTable {
  readonly #notes = new Map<string, KnownNote & { readonly stamp: string }>();

  /** Reads what is new or changed in the folders, forgets what is gone. */
  async load({ folders, without, isNote }: NoteFolders): Promise<void> {
    const found = new Set<string>();
    let start = performance.now();
    for (const path of folders) {
      const real = realPath(path);
      if (real === undefined) continue;
      for (const file of walk({ path, real }, (relative) => isNote(`${path}/${relative}`), () => undefined, (folder) => without.includes(folder))) {
        found.add(file.path);
        this.#take(file.path, file.size, `${file.size}:${file.modified}`);
        if (performance.now() - start < SLICE) continue;
        await new Promise((resolve) => setImmediate(resolve));
        start = performance.now();
      }
    }
    for (const path of [...this.#notes.keys()]) if (!found.has(path)) this.#forget(path);
  }

  /** Reads one note again, or forgets it and all below it where it is gone. The path is a note's. */
  refresh(path: string): void {
    // a link is passed over, as on the walk
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats?.isFile()) this.#take(path, stats.size, `${stats.size}:${Math.trunc(stats.mtimeMs)}`);
    else for (const known of [...this.#notes.keys()]) if (isInside(known, path)) this.#forget(known);
  }

  /** The notes as they are on disk, by path. */
  notes(): ReadonlyMap<string, KnownNote> {
    return this.#notes;
  }

  #take(path: string, size: number, stamp: string): void {
    const known = this.#notes.get(path);
    if (known?.stamp === stamp) return;
    if (size > LARGEST) return this.#forget(path);
    try {
      const { text, binary } = decodeText(readFileSync(path));
      if (binary) return this.#forget(path);
      this.#notes.set(path, { path, note: parseNote(text, known?.note), stamp });
    } catch {
      this.#forget(path);
    }
  }

  #forget(path: string): void {
    this.#notes.delete(path);
  }
}
