// The path of the file that a citation points to. Paths are those of vscode-uri's `path`: parted by `/`, an absolute one
// begins with `/`, a drive is `/c:/`, a host `//host/`; a workspace-relative note gives workspace-relative sources.

const upperDrive = /^\/([A-Z]):(?=\/|$)/;

/** The path without `.` and `..`, with a lower-case drive; undefined where `..` climbs out of its root or a NUL stands in it. */
export function normalizePath(path: string): string | undefined {
  if (path.includes("\0")) return undefined;
  const root = path.startsWith("//") ? "//" : path.startsWith("/") ? "/" : "";
  const segments: string[] = [];
  // a drive or host is not climbed out of
  const kept = root === "//" || /^\/[A-Za-z]:(?:\/|$)/.test(path) ? 1 : 0;
  for (const segment of path.slice(root.length).split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.length <= kept) return undefined;
    else segments.pop();
  }
  return `${root}${segments.join("/")}`.replace(upperDrive, (drive) => drive.toLowerCase());
}

/** The folder of a file, with its closing `/`; empty for a bare name. */
export const folderOf = (path: string): string => path.slice(0, path.lastIndexOf("/") + 1);

/** A path relative to the note's folder, normalised, NFC; undefined where it climbs out of the note's root. */
export const besideNote = (notePath: string, relative: string): string | undefined =>
  normalizePath(folderOf(notePath) + relative)?.normalize("NFC");
