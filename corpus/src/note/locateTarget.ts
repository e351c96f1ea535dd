// Which file a citation means, before anything is read.
import type { Citation } from "./citation.ts";
import type { SourceAccess } from "./sourceAccess.ts";
import { besideNote, normalizePath } from "./sourcePath.ts";

export type LocatedTarget = { readonly inside: true; readonly path: string } | { readonly inside: false; readonly path: string };

/**
 * The normalised path of a citation's target, and whether it may be read; undefined where the citation names no file. A
 * leading `/` means the workspace folder, as in VS Code's Markdown, unless nothing lies there.
 */
export function locateTarget({ path, pathKind }: Citation, notePath: string, access: SourceAccess): LocatedTarget | undefined {
  if (path === undefined) return undefined;
  const rooted = pathKind === "rooted" && access.workspaceFolder !== undefined ? normalizePath(`${access.workspaceFolder}/${path}`)?.normalize("NFC") : undefined;
  const plain = pathKind === "relative" ? besideNote(notePath, path) : normalizePath(path)?.normalize("NFC");
  const isThere = (one: string) => access.isInside(one) && access.source(one) !== undefined;
  const chosen = rooted !== undefined && (isThere(rooted) || plain === undefined || !access.isInside(plain)) ? rooted : plain;
  return chosen !== undefined && access.isInside(chosen) ? { inside: true, path: chosen } : { inside: false, path: chosen ?? path };
}

/**
 * Whether a link of a note is a citation: written as only a citation is, or leading into a corpus folder or to an article's
 * page. Other links of a note are none of our business.
 */
export function isCitation(citation: Citation, notePath: string, access: SourceAccess): boolean {
  if (citation.evident) return true;
  switch (citation.form) {
    case "web":
      return access.articlesOfUrl(citation.url ?? "").length > 0;
    case "pandoc":
      return true;
    case "link":
    case "footnote": {
      if (citation.url !== undefined) return access.articlesOfUrl(citation.url).length > 0;
      const located = locateTarget(citation, notePath, access);
      if (located) return located.inside && access.isCorpusPath(located.path);
      // a footnote without a target is a citation only if the corpus holds its words
      return citation.quote !== undefined;
    }
  }
}
