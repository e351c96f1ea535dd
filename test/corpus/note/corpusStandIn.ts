// A corpus in memory that answers what resolving asks; it records every path that was read.
import { makeSourceText, type ArticlePlace, type SourceAccess } from "../../../corpus/src/note/sourceAccess.ts";
import { figuresIn } from "./figureStandIn.ts";

export interface CorpusStandIn extends SourceAccess {
  readonly read: string[];
}

const pairsOf = (key: string): string[] =>
  Array.from({ length: Math.max(0, key.length - 1) }, (_, i) => key.slice(i, i + 2));

/** `files`: text by absolute path, all under /ws/corpus; `former`: what the index knew under a path. */
export function corpusStandIn(
  files: Readonly<Record<string, string>>,
  more: Partial<SourceAccess> & { readonly former?: Readonly<Record<string, readonly ArticlePlace[]>> } = {},
): CorpusStandIn {
  const sources = new Map(Object.entries(files).map(([path, text]) => [path.normalize("NFC"), makeSourceText(text)]));
  const read: string[] = [];
  const { former = {}, ...rest } = more;
  return {
    read,
    isInside: (path) => path.startsWith("/ws/"),
    isCorpusPath: (path) => path.startsWith("/ws/corpus/"),
    source: (path) => {
      read.push(path);
      return sources.get(path);
    },
    formerArticles: (path) => former[path] ?? [],
    searchQuote: (key) =>
      [...sources]
        .filter(
          ([, { key: own }]) => pairsOf(key).filter((pair) => own.key.includes(pair)).length >= 0.6 * (key.length - 1),
        )
        .map(([path]) => ({ path, id: path })),
    articlesOfUrl: () => [],
    figuresIn,
    ...rest,
  };
}
