// The corpus roots: the folders that the settings name, each with its real path. Nothing outside a root or a workspace
// folder is ever read; a root may itself be a link, a link inside it that leads out of all roots is not followed.
import { statSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { isInside, realPath, slashed } from "./paths.ts";

export interface CorpusRoot {
  /** As named: what the analyst sees and what a note's relative targets are made from. */
  readonly path: string;
  /** With links resolved: what files are checked against. */
  readonly real: string;
}

export interface Roots {
  readonly roots: readonly CorpusRoot[];
  /** Folders that the settings name and that are not there, or are no folders. */
  readonly missing: readonly string[];
}

/** The corpus folders of all workspace folders, a real path once. Relative names are taken from each workspace folder. */
export function findRoots(workspaceFolders: readonly string[], names: readonly string[]): Roots {
  const roots: CorpusRoot[] = [];
  const missing: string[] = [];
  const candidates = names.flatMap((name) => (isAbsolute(name) ? [name] : workspaceFolders.map((folder) => resolve(folder, name))));
  for (const candidate of new Set(candidates)) {
    const real = realPath(candidate);
    if (!real || !statSync(real).isDirectory()) missing.push(slashed(candidate));
    else if (!roots.some((root) => root.real === real)) roots.push({ path: slashed(candidate), real });
  }
  return { roots, missing };
}

/** The root that holds a path by its name or by its real path. */
export const rootOf = (roots: readonly CorpusRoot[], path: string): CorpusRoot | undefined =>
  roots.find((root) => isInside(path, root.path) || isInside(path, root.real));

/** Whether a file's real place lies in one of the roots: asked before any file is read. */
export function mayRead(roots: readonly CorpusRoot[], path: string): boolean {
  const real = realPath(path);
  return real !== undefined && roots.some((root) => isInside(real, root.real));
}
