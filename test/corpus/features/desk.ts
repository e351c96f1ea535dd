// A desk in memory for feature tests: the files of a fixture under corpus/ are indexed, a note stands beside them. Uses the
// tables that the build made.
import { readFileSync } from "node:fs";
import { readArticles } from "../../../corpus/src/articles/readArticles.ts";
import { regionOf } from "../../../corpus/src/articles/regionOf.ts";
import { loadLexicon } from "../../../corpus/src/entities/lexicon.ts";
import type { Desk, FeatureSettings } from "../../../corpus/src/features/desk.ts";
import { Draft } from "../../../corpus/src/features/draft.ts";
import { readChunks, type ReadingTables } from "../../../corpus/src/index/readChunks.ts";
import { CorpusIndex } from "../../../corpus/src/index/corpusIndex.ts";
import { messagesFor } from "../../../corpus/src/features/messages.ts";
import { parseNote } from "../../../corpus/src/note/parseNote.ts";
import { loadTerms } from "../../../corpus/src/statements/terms.ts";
import { markdownPassages } from "../../../corpus/src/text/markdownPassages.ts";
import { filesOf } from "../../server/workspace.ts";

const json = (name: string): never => JSON.parse(readFileSync(`dist/${name}.json`, "utf8")) as never;

/** Tables of their own for each desk, for reading a corpus adds what it learns. */
export const makeTables = (): ReadingTables => ({ lexicon: loadLexicon(json("lexicon")), terms: loadTerms(json("terms")) });

const ROOT = "/w";
const MODIFIED = Date.UTC(2025, 11, 31);

const STANDARD: FeatureSettings = { citationStyle: "reference", citationInsert: "withCitation", figureForm: "source", entityForm: "sentence", hoverOtherSources: 3 };

/** The desk of a fixture (`--- corpus/x.md` sections). */
export function makeDesk(fixture: string, settings: Partial<FeatureSettings> = {}): Desk {
  const tables = makeTables();
  const index = new CorpusIndex(tables.lexicon, tables.terms);
  for (const [path, text] of filesOf(fixture)) index.put(readChunks({ path: `${ROOT}/${path}`, text, modified: MODIFIED }, tables), text);
  index.articles.settle();
  return {
    index,
    tables,
    settings: { ...STANDARD, ...settings },
    uriOf: (path) => `file://${encodeURI(path)}`,
    fileText: () => undefined,
    isInside: (path) => path.startsWith(`${ROOT}/`),
    isCorpusPath: (path) => path.startsWith(`${ROOT}/corpus/`),
    workspaceFolderOf: () => ROOT,
    messages: messagesFor("en"),
    snippets: true,
  };
}

/** A note at /w/notes/note.md with its cursor at `‸`. */
export function makeDraft(desk: Desk, marked: string, date = "2025-12-15"): { readonly draft: Draft; readonly offset: number } {
  const offset = marked.indexOf("‸");
  const text = marked.replace("‸", "");
  const note = parseNote(text);
  const draft = new Draft({ path: `${ROOT}/notes/note.md`, text, region: regionOf(text).wording, date, passages: markdownPassages(text, note.tree), note, articles: [] }, desk.tables);
  return { draft, offset };
}

/** An article of the fixture as an open document. */
export function openArticle(desk: Desk, path: string): Draft {
  const file = desk.index.file(`${ROOT}/${path}`);
  if (!file) throw new Error(`no ${path} in the fixture`);
  const { articles } = readArticles({ path: file.path, text: file.text, modified: MODIFIED });
  return new Draft({ path: file.path, text: file.text, region: articles[0]?.wording ?? "TW", date: "2025-12-15", passages: articles.flatMap((article) => article.passages), articles }, desk.tables);
}
