// Which links of a note are citations; all others are none of our business.
import type { Citation } from "./citation.ts";
import { locateTarget } from "./locateTarget.ts";
import type { SourceAccess } from "./sourceAccess.ts";

/**
 * Whether a link of a note is a citation: written as only a citation is, or leading into a corpus folder or to an article's
 * page.
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
