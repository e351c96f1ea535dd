// The path of the file that a citation points to. Paths are parted by `/`; an absolute one begins with `/`, with a host `//host/`,
// or with a drive: `/c:/` as in a URI, or `c:/` as Windows names its files. A source is named in the form of its note; a
// workspace-relative note gives workspace-relative sources.

const DRIVE = /^\/?([A-Za-z]):(?=\/|$)/;

/** The path without `.` and `..`, with a lower-case drive; undefined where `..` climbs out of its root or a NUL stands in it. */
export function normalizePath(path: string): string | undefined {
  if (path.includes("\0")) return undefined;
  const root = path.startsWith("//") ? "//" : path.startsWith("/") ? "/" : "";
  const segments: string[] = [];
  // a drive or host is not climbed out of
  const kept = root === "//" || DRIVE.test(path) ? 1 : 0;
  for (const segment of path.slice(root.length).split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.length <= kept) return undefined;
    else segments.pop();
  }
  return `${root}${segments.join("/")}`.replace(DRIVE, (drive) => drive.toLowerCase());
}

/** `c:` or `//host`, between which no relative path leads; empty on other systems. */
export const volumeOf = (path: string): string => (DRIVE.exec(path)?.[1]?.concat(":") ?? /^\/\/[^/]+/.exec(path)?.[0] ?? "").toLowerCase();

/** A path with its drive as a URI has it: `/c:/x` for `c:/x`. */
export const withSlash = (path: string): string => (DRIVE.test(path) && !path.startsWith("/") ? `/${path}` : path);

/** A path with its drive written as in `like`: `c:/x` beside `c:/notes/n.md`, else `/c:/x`. */
export const inFormOf = (like: string, path: string): string =>
  DRIVE.test(path) && DRIVE.test(like) && !like.startsWith("/") && path.startsWith("/") ? path.slice(1) : path;

/** The folder of a file, with its closing `/`; empty for a bare name. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

/** A path relative to the note's folder, normalised, NFC; undefined where it climbs out of the note's root. */
export const besideNote = (notePath: string, relative: string): string | undefined =>
  normalizePath(folderOf(notePath) + relative)?.normalize("NFC");
