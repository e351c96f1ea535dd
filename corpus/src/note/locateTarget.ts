// Which file a citation means, before anything is read.
import type { Citation } from "./citation.ts";
import type { SourceAccess } from "./sourceAccess.ts";
import { besideNote, inFormOf, normalizePath } from "./sourcePath.ts";

export type LocatedTarget =
  { readonly inside: true; readonly path: string } | { readonly inside: false; readonly path: string };

/**
 * The normalised path of a citation's target, and whether it may be read; undefined where the citation names no file. A
 * leading `/` means the workspace folder, as in VS Code's Markdown, unless nothing lies there.
 */
export function locateTarget(
  { path, pathKind }: Citation,
  notePath: string,
  access: SourceAccess,
): LocatedTarget | undefined {
  if (path === undefined) return undefined;
  const rooted =
    pathKind === "rooted" && access.workspaceFolder !== undefined
      ? normalizePath(`${access.workspaceFolder}/${path}`)?.normalize("NFC")
      : undefined;
  const absolute = pathKind === "relative" ? undefined : normalizePath(path)?.normalize("NFC");
  const plain = pathKind === "relative" ? besideNote(notePath, path) : absolute && inFormOf(notePath, absolute);
  const isThere = (one: string) => access.isInside(one) && access.source(one) !== undefined;
  const chosen =
    rooted !== undefined && (isThere(rooted) || plain === undefined || !access.isInside(plain)) ? rooted : plain;
  return chosen !== undefined && access.isInside(chosen)
    ? { inside: true, path: chosen }
    : { inside: false, path: chosen ?? path };
}
