// Reads invented sentences with a handful of entities: each figure's slots as one short line, for comparison in tests.
import { compileTerms } from "../../../corpus/build/terms.mjs";
import type { Region } from "../../../corpus/src/articles/article.ts";
import type { Entity, EntityType, Mention } from "../../../corpus/src/entities/entity.ts";
import { findFigures } from "../../../corpus/src/figures/findFigures.ts";
import type { Statement } from "../../../corpus/src/figures/statement.ts";
import type { Expectation } from "../../../corpus/src/ranking/query.ts";
import { readQueryContext } from "../../../corpus/src/statements/readQueryContext.ts";
import { readStatements } from "../../../corpus/src/statements/readStatements.ts";
import { findTerms, loadTerms } from "../../../corpus/src/statements/terms.ts";
import { fold } from "../../../corpus/src/text/fold.ts";
import type { CellContext, Passage } from "../../../corpus/src/text/passage.ts";
import { sentenceAt } from "../../../corpus/src/text/sentences.ts";

export const terms = loadTerms(compileTerms("corpus/lexicon"));

const entity = (id: string, type: EntityType, names: string, fiscalYearEnd = 12, tickers: readonly string[] = []): Entity => ({
  id, type, names: { TW: names.split("|"), HK: [], CN: [], INTL: [] }, short: [], tickers, fiscalYearEnd, description: "", links: [], origin: "lexicon", confidence: 1,
});

/** Made-up and well-known names that the sentences of these tests use. */
export const entities: readonly Entity[] = [
  entity("nvidia", "company", "輝達|英偉達|英伟达|Nvidia", 1),
  entity("tsmc", "company", "台積電|TSMC"),
  entity("microsoft", "company", "微軟|Microsoft", 6),
  entity("openai", "company", "OpenAI"),
  entity("goldman-sachs", "company", "高盛|Goldman Sachs"),
  entity("toyota", "company", "豐田|Toyota", 3, ["7203-JP"]),
  entity("tencent", "company", "騰訊|腾讯|Tencent"),
  entity("hang-seng", "index", "恒指|恒生指數"),
  entity("china", "place", "中國|中国|China"),
  entity("taiwan", "place", "台灣"),
  entity("nbs", "org", "國家統計局|国家统计局"),
  entity("jensen-huang", "person", "黃仁勳"),
  entity("h20", "product", "H20"),
  entity("cna", "media", "中央社"),
];

/** The mentions of a text: every name of every entity, the longest first where they overlap. */
function mentionsOf(text: string): Mention[] {
  const folded = fold(text);
  const found: Mention[] = [];
  entities.forEach((one, index) => {
    for (const name of one.names.TW) {
      const key = fold(name);
      for (let at = folded.indexOf(key); at >= 0; at = folded.indexOf(key, at + key.length)) found.push({ start: at, end: at + key.length, entity: index, confidence: 1 });
    }
  });
  return found.sort((a, b) => a.start - b.start || b.end - a.end).filter((one, i, all) => i === 0 || (all[i - 1]?.end ?? 0) <= one.start);
}

export interface Setting {
  readonly region?: Region;
  readonly date?: string;
  readonly cell?: CellContext;
}

/** The statements of passages of one article. */
export function statementsOf(texts: readonly string[], { region = "TW", date = "2025-11-20", cell }: Setting = {}): readonly (readonly Statement[])[] {
  const passages: Passage[] = texts.map((text, line) => ({ line, start: 0, text, kind: cell ? "cell" : "text", ...(cell ? { cell } : {}) }));
  return readStatements({
    passages,
    figures: texts.map((text) => findFigures(text, { region, ...(cell ? { cell } : {}) })),
    mentions: texts.map(mentionsOf),
    terms: texts.map((text) => findTerms(text, terms)),
    vocabulary: terms,
    entities: (index) => entities[index],
    region,
    ...(date ? { date } : {}),
  });
}

/** Figure, subjects (`~` inferred, `/by` their part), metric and period of each figure of a text, the last of several passages. */
export function saidOf(text: string | readonly string[], setting?: Setting): string[] {
  const texts = typeof text === "string" ? [text] : text;
  const statements = statementsOf(texts, setting).at(-1) ?? [];
  const last = texts.at(-1) ?? "";
  return statements.map(({ figure, subjects, metric, period }) => {
    const names = subjects.map((one) => `${entities[one.entity]?.id ?? "?"}${one.part === "of" ? "" : `/${one.part}`}${one.inferred ? "~" : ""}`);
    return `${last.slice(figure.start, figure.end)} = ${names.join("+") || "-"} · ${metric ?? "-"} · ${period ? `${period.from}..${period.to}` : "-"}`;
  });
}

/** What the place `‸` of a draft expects; subjects and metric by id. */
export function expectedAt(fixture: string, region: Region = "TW"): Omit<Expectation, "subjects" | "metric"> & { subjects: string[]; metric?: string } {
  const at = fixture.indexOf("‸");
  const text = fixture.replace("‸", "");
  const sentence = sentenceAt(text, Math.max(0, at - 1));
  const expected = readQueryContext({
    text, at, from: sentence.start, to: Math.max(sentence.end, at), figures: findFigures(text, { region }), mentions: mentionsOf(text), terms: findTerms(text, terms),
    vocabulary: terms, entities: (index) => entities[index], region, date: "2025-11-20",
  });
  const { metric, subjects, ...rest } = expected;
  return { ...rest, subjects: subjects.map((one) => entities[one]?.id ?? "?"), ...(metric === undefined ? {} : { metric: terms.rows[metric]?.id ?? "?" }) };
}
