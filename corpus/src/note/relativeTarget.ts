// The destination of a citation: the path from the note to the source, with the place of the cited figure.
import { encodePath } from "./percent.ts";
import { folderOf, normalizePath, volumeOf, withSlash } from "./sourcePath.ts";
import { readsAsReference } from "./unescapeMarkdown.ts";

function relativePath(from: string, to: string): string {
  const folders = folderOf(from).split("/").slice(0, -1);
  const segments = to.split("/");
  let shared = 0;
  const same = (i: number) => folders[i]?.normalize("NFC") === segments[i]?.normalize("NFC");
  while (shared < folders.length && shared < segments.length - 1 && same(shared)) shared++;
  const path = [...folders.slice(shared).map(() => ".."), ...segments.slice(shared)].join("/");
  // "2025:q3.md" alone would read as a scheme
  return /^[^/]*:/.test(path) ? `./${path}` : path;
}


/** `&copy;` in a name would be read as a character reference; that `&` alone is encoded as well. */
const withoutReferences = (target: string): string =>
  target.replace(/&/g, (_, at: number) => (readsAsReference(target, at) ? "%26" : "&"));

/** The `file:` URL of an absolute path, as a destination: `file:///ws/a.md`, `file:///c:/a.md`, `file://host/a.md`. */
export function fileTarget(path: string): string {
  const absolute = withSlash(normalizePath(path) ?? path);
  return withoutReferences(`file:${absolute.startsWith("//") ? "" : "//"}${encodePath(absolute)}`);
}

/** The destination of a file below a workspace folder, counted from it: `/corpus/a.md`; undefined for a file outside of it. */
export function rootedTarget(folder: string, path: string): string | undefined {
  const below = `${folder.replace(/\/+$/, "")}/`;
  // `//…` would be read as a host
  return path.startsWith(below) && path.charAt(below.length) !== "/" ? withoutReferences(encodePath(`/${path.slice(below.length)}`)) : undefined;
}

/** The destination of a file in a note without a place in it: as `relativeTarget`. */
export function targetPath(notePath: string, corpusPath: string): string {
  const from = withSlash(normalizePath(notePath) ?? notePath);
  const to = withSlash(normalizePath(corpusPath) ?? corpusPath);
  return volumeOf(from) === volumeOf(to) ? withoutReferences(encodePath(relativePath(from, to))) : fileTarget(to);
}

/**
 * The destination of a source in a note: `../corpus/x.md#L6,4`; a `file:` URL where no relative path exists. `line` and
 * `column` are 1-based, UTF-16. Both paths are absolute, or both relative to the same folder (see sourcePath.ts); names keep
 * their normal form, NFC or NFD, for the editor opens them by their bytes.
 */
export const relativeTarget = (notePath: string, corpusPath: string, line: number, column: number): string =>
  `${targetPath(notePath, corpusPath)}#L${line},${column}`;
