// Paths as the engine knows them: absolute, with `/`. Here they come from URIs and go back to them.
import { realpathSync } from "node:fs";
import { resolve, sep } from "node:path";
import { URI } from "vscode-uri";

/** An absolute path with `/`, from a path of this machine. */
export const slashed = (path: string): string => (sep === "/" ? path : path.replaceAll("\\", "/"));

/** The path of a `file:` URI; undefined for every other scheme. */
export function pathOfUri(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === "file" ? slashed(parsed.fsPath) : undefined;
}

/** The `file:` URI of an absolute path, percent-encoded as VS Code does. */
export const uriOfPath = (path: string): string => URI.file(path).toString();

/** The real path, links resolved; undefined where nothing is there. */
export function realPath(path: string): string | undefined {
  try {
    return slashed(realpathSync(resolve(path)));
  } catch {
    return undefined;
  }
}

/** Whether `path` is `folder` or lies below it; both absolute with `/`. */
export const isInside = (path: string, folder: string): boolean => path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
