// Where an index lies: a home that the setting, the client or the system's convention names, and in it one folder for each set
// of corpus roots and version of what reads them.
import { createHash } from "node:crypto";
import { lstatSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { isAbsolute, join, resolve } from "node:path";
import grammarVersion from "tickmark:grammar-version";
import { MANIFEST_FORMAT } from "./manifest.ts";
import { isOurName, LOCK, MANIFEST } from "./names.ts";
import { isLocked } from "./writerLock.ts";

export interface HomeOptions {
  /** The setting `tickmark.index.folder`; empty where it is not set. */
  readonly setting: string;
  readonly workspaceFolders: readonly string[];
  /** The folder that the client keeps for its extension, as `initializationOptions.storage` says it. */
  readonly storage?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** The user's home folder. */
  readonly user: string;
}

/** The folder below which indexes lie. It need not exist. */
export function indexHome({ setting, workspaceFolders, storage, env, platform, user }: HomeOptions): string {
  const named = setting.trim();
  if (named) {
    const path = named === "~" ? user : /^~[/\\]/.test(named) ? join(user, named.slice(2)) : named;
    return isAbsolute(path) ? path : resolve(workspaceFolders[0] ?? user, path);
  }
  if (storage && isAbsolute(storage)) return join(storage, "index");
  const absolute = (name: string): string | undefined => (isAbsolute(env[name] ?? "") ? env[name] : undefined);
  switch (platform) {
    case "win32":
      return join(absolute("LOCALAPPDATA") ?? join(user, "AppData", "Local"), "tickmark");
    case "darwin":
      return join(user, "Library", "Caches", "tickmark");
    default:
      return join(absolute("XDG_CACHE_HOME") ?? join(user, ".cache"), "tickmark");
  }
}

const hash = (parts: readonly string[], length: number): string => createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, length);

const FOLDER = /^index-([0-9a-f]{16})-([0-9a-f]{12})$/;

export interface IndexFolder {
  readonly path: string;
  /** What the manifest must say it was made from. */
  readonly key: string;
}

/**
 * The folder of an index in its home. `roots` are the corpus folders' names and real paths (both: the index knows its files by
 * name); `reading` is all else that decides how files are read, such as include globs and the segments' format.
 */
export function indexFolder(home: string, roots: readonly { readonly path: string; readonly real: string }[], reading: readonly string[]): IndexFolder {
  const places = hash(roots.map(({ path, real }) => `${path}\n${real}`).sort(), 16);
  const version = hash([String(MANIFEST_FORMAT), grammarVersion, ...reading], 12);
  return { path: join(home, `index-${places}-${version}`), key: `${places} ${version}` };
}

/**
 * Removes from an index folder what is not in its manifest: old generations and what a killed process left. For the holder of
 * the writer's lock, at its start, before it writes. `kept` are the names of the manifest's segments.
 */
export function removeLeftovers(folder: string, kept: ReadonlySet<string>): void {
  for (const name of list(folder)) if (isOurName(name) && name !== MANIFEST && name !== LOCK && !kept.has(name)) remove(join(folder, name));
}

/** Removes the indexes of the same roots by other versions, unless a process has them open to write. Nothing else is touched. */
export function removeOldIndexes(path: string): void {
  const home = join(path, "..");
  const [, places, version] = FOLDER.exec(path.slice(home.length + 1)) ?? [];
  for (const name of list(home)) {
    const [, otherPlaces, otherVersion] = FOLDER.exec(name) ?? [];
    if (!places || otherPlaces !== places || otherVersion === version) continue;
    const folder = join(home, name);
    // a link by such a name is not ours
    if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() || isLocked(folder)) continue;
    for (const file of list(folder)) if (isOurName(file)) remove(join(folder, file));
    try {
      rmdirSync(folder);
    } catch {
      // it holds something that is not ours, or a file is still open: it stays
    }
  }
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Windows while another process reads it: the next start removes it
  }
}

