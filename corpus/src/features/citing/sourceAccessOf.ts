// What resolving a citation asks of the corpus, answered from the index.
import { readArticles } from "../../articles/readArticles.ts";
import { findFigures } from "../../figures/findFigures.ts";
import type { Figure } from "../../figures/figure.ts";
import { articleAt, articleOf } from "../../index/indexedChunk.ts";
import type { IndexedArticle, IndexedFile } from "../../index/store.ts";
import { visitTokens } from "../../index/tokens.ts";
import { findCandidates } from "../../ranking/candidates.ts";
import { makeSourceText, type ArticlePlace, type SourceAccess, type SourceText } from "../../note/sourceAccess.ts";
import { columnOf, endColumnOf } from "../../text/passage.ts";
import type { Desk } from "../desk.ts";
import { agreement } from "../../verdicts/agreement.ts";

/** Articles looked into for a quote that has moved. */
const CANDIDATES = 40;

const sources = new WeakMap<IndexedFile, SourceText>();
const cells = new WeakMap<IndexedFile, ReadonlyMap<number, readonly Figure[]>>();

export function sourceAccessOf(desk: Desk): SourceAccess {
  const { index } = desk;
  const placeOf = ({ chunk, article }: IndexedArticle): ArticlePlace => ({
    path: chunk.path,
    id: index.articles.groupOf(chunk, article),
    firstLine: article.firstLine,
    lastLine: article.lastLine,
  });
  return {
    isInside: desk.isInside,
    isCorpusPath: desk.isCorpusPath,
    source(path) {
      const file = index.file(path) ?? index.file(path.normalize("NFD"));
      if (!file) {
        const text = desk.fileText(path);
        return text === undefined ? undefined : makeSourceText(text);
      }
      const known = sources.get(file);
      if (known) return known;
      const source = makeSourceText(file.text);
      sources.set(file, source);
      return source;
    },
    formerArticles: (path) => index.articles.formerly(path).map(placeOf),
    searchQuote(key) {
      const tokens = new Map<number, number>();
      visitTokens(key, 0, key.length, (token) => tokens.set(token, 1));
      const places = new Map<string, ArticlePlace>();
      for (const { sentence } of findCandidates(index, tokens, CANDIDATES)) {
        const place = index.place(sentence);
        const article = place && articleOf(place.chunk, place.row);
        if (article) places.set(`${place.chunk.path}#${article.firstLine}`, placeOf({ chunk: place.chunk, article }));
      }
      return [...places.values()];
    },
    articlesOfUrl: (url) => index.articles.byUrl(url).map(placeOf),
    articlesOfKey: (key) => index.articles.byId(key).map(placeOf),
    articleAt(path, line) {
      const file = index.file(path);
      const chunk = file && file.chunkAt(line);
      const article = chunk && articleAt(chunk, line);
      return article ? placeOf({ chunk, article }) : undefined;
    },
    figuresIn(text, path) {
      const region = (path === undefined ? undefined : index.file(path)?.first?.articles[0]?.region) ?? "INTL";
      return findFigures(text, { region });
    },
    figuresOfLine(path, line) {
      const file = path.toLowerCase().endsWith(".md") ? index.file(path) : undefined;
      if (!file) return undefined;
      const known = cells.get(file) ?? readCells(file);
      cells.set(file, known);
      return known.get(line);
    },
    agrees: (note, source) => ["same", "rounded"].includes(agreement(note, source)),
  };
}

/** What resolving the citations of the note at `notePath` asks: targets that begin with `/` count from its workspace folder. */
export function sourceAccessFor(desk: Desk, notePath: string): SourceAccess {
  const workspaceFolder = desk.workspaceFolderOf(notePath);
  const access = sourceAccessOf(desk);
  return workspaceFolder === undefined ? access : { ...access, workspaceFolder };
}

/** The figures of a Markdown article's lines where its markup or a table decides what they are. */
function readCells(file: IndexedFile): ReadonlyMap<number, readonly Figure[]> {
  const byLine = new Map<number, Figure[]>();
  const { articles } = readArticles({ path: file.path, text: file.text, modified: file.modified });
  for (const article of articles)
    for (const passage of article.passages) {
      const figures = findFigures(passage.text, { region: article.region, ...(passage.cell ? { cell: passage.cell } : {}) }).map((figure) => ({
        ...figure,
        start: columnOf(passage, figure.start),
        end: endColumnOf(passage, figure.end),
      }));
      byLine.set(passage.line, [...(byLine.get(passage.line) ?? []), ...figures]);
    }
  return byLine;
}
