// Looks at sizes and times of all files of the corpus every now and then, where nobody tells of changes: for clients that watch
// no files and folders on a share. In slices, never two walks at once; a walk that takes long comes less often.
import { opendirSync, statSync, type Dir, type Dirent, type Stats } from "node:fs";
import { isInside } from "./paths.ts";
import type { CorpusRoot } from "./roots.ts";
import type { PathFilter } from "./walk.ts";

export interface SweepOptions {
  /** Asked at each walk: roots come and go with the settings. */
  readonly roots: () => readonly CorpusRoot[];
  /** By path relative to its root. */
  readonly wanted: PathFilter;
  /** What is known of a file before the first walk; undefined for one that was never read. */
  readonly known: (path: string) => { readonly size: number; readonly modified: number } | undefined;
  /** Paths that are new, other or gone since the walk before, in no certain order; never an empty list. */
  readonly changed: (paths: readonly string[]) => void;
  /** Milliseconds between walks, and the longest slice of one. */
  readonly every?: number;
  readonly slice?: number;
}

export interface Sweep {
  /** No walk begins and no change is told after this. */
  stop(): void;
}

/** A walk takes at most a fifth of the time. */
const SHARE_OF_TIME = 4;

interface Seen {
  size: number;
  modified: number;
  /** Number of the walk that saw it last. */
  walk: number;
}

/** Begins: the first walk comes after the first pause. Neither timer nor walk keeps the process alive. Never throws. */
export function startSweep({ roots, wanted, known, changed, every = 15_000, slice = 10 }: SweepOptions): Sweep {
  const seen = new Map<string, Seen>();
  let walks = 0;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let steps: Generator<void> | undefined;

  const next = (after: number): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      const start = performance.now();
      const current = (steps = walk());
      const go = (): void => {
        if (stopped) return;
        const until = performance.now() + slice;
        while (performance.now() < until) if (current.next().done) return next(Math.max(every, SHARE_OF_TIME * (performance.now() - start)));
        setImmediate(go).unref();
      };
      go();
    }, after);
    timer.unref();
  };

  /** One walk, a step at a time. */
  function* walk(): Generator<void> {
    const number = ++walks;
    const found: string[] = [];
    // what lies below a folder that cannot be read just now is neither there nor gone
    const unread: string[] = [];
    for (const root of roots())
      for (const path of filesOf(root, wanted, unread)) {
        yield;
        if (path === undefined) continue;
        const stats = look(path);
        if (stats === "unread") unread.push(path);
        if (!stats || stats === "unread") continue;
        const { size } = stats;
        const modified = Math.trunc(stats.mtimeMs);
        const before = seen.get(path) ?? (number === 1 ? known(path) : undefined);
        if (before?.size !== size || before.modified !== modified) found.push(path);
        const entry = seen.get(path);
        if (entry) Object.assign(entry, { size, modified, walk: number });
        else seen.set(path, { size, modified, walk: number });
      }
    for (const [path, entry] of seen) {
      yield;
      if (entry.walk === number || unread.some((folder) => isInside(path, folder))) continue;
      seen.delete(path);
      found.push(path);
    }
    if (found.length && !stopped) changed(found);
  }

  next(every);
  return {
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      // closes the folder that it has open
      steps?.return(undefined);
    },
  };
}

/** Undefined for what is not there, which differs from what cannot be looked at. */
function look(path: string): Stats | "unread" | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return "unread";
  }
}

/** The wanted files of a root as `walk` has them, in the disk's own order; undefined between them, so that a slice can end in a large folder. */
function* filesOf(root: CorpusRoot, wanted: PathFilter, unread: string[]): Generator<string | undefined> {
  const pending: string[] = [""];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const path = folder ? `${root.path}/${folder}` : root.path;
    let open: Dir | undefined;
    try {
      open = opendirSync(path);
      for (let entry: Dirent | null; (entry = open.readSync()); ) {
        const relative = folder ? `${folder}/${entry.name}` : entry.name;
        if (entry.isDirectory()) {
          if (entry.name !== ".git" && entry.name !== "node_modules") pending.push(relative);
        } else if (entry.isFile() && wanted(relative)) yield `${root.path}/${relative}`;
        yield undefined;
      }
    } catch {
      if (look(path)) unread.push(path);
    } finally {
      open?.closeSync();
    }
  }
}
