// From a file's text to its chunks: the articles are read, and in every passage the sentences, names, figures and what
// each figure says. Only sentences that hold a figure or a name are kept.
import type { Article, SourceFile } from "../articles/article.ts";
import { cutOffOriginal } from "../articles/copies.ts";
import { copySignature } from "../articles/copySignature.ts";
import { readArticles } from "../articles/readArticles.ts";
import type { Mention } from "../entities/entity.ts";
import type { Lexicon } from "../entities/lexicon.ts";
import { readEntities } from "../entities/readEntities.ts";
import type { Figure } from "../figures/figure.ts";
import { findFigures } from "../figures/findFigures.ts";
import type { Statement } from "../figures/statement.ts";
import { readStatements } from "../statements/readStatements.ts";
import { findTerms, type Terms } from "../statements/terms.ts";
import { toNumber } from "../text/decimal.ts";
import { lineEnd, lineStarts } from "../text/lines.ts";
import { foldedPassage } from "../text/foldedPassage.ts";
import { columnOf, endColumnOf, type Passage } from "../text/passage.ts";
import { visitSentences } from "../text/sentences.ts";
import { KINDS, packFlags } from "./codes.ts";
import { dayNumber } from "./days.ts";
import { growing32, growing8, growingDays, growingValues } from "./growing.ts";
import { NO_DAY, type ArticleRecord, type Chunk, type ChunkEntity, type FileReading } from "./chunk.ts";

/** What reading needs besides the text. */
export interface ReadingTables {
  readonly lexicon: Lexicon;
  readonly terms: Terms;
}

/** What was read from passages: a list per passage; statements stand in the order of the figures. */
export interface Reading {
  readonly figures: readonly (readonly Figure[])[];
  readonly mentions: readonly (readonly Mention[])[];
  readonly statements: readonly (readonly Statement[])[];
}

/** Reads the figures, names and statements of an article's or a note's passages. */
export function readPassages(passages: readonly Passage[], about: Pick<Article, "region" | "title" | "date">, tables: ReadingTables): Reading {
  const { lexicon, terms } = tables;
  const figures = passages.map((passage) => findFigures(passage.text, { region: about.region, folded: foldedPassage(passage), ...(passage.cell ? { cell: passage.cell } : {}) }));
  const { mentions } = readEntities(passages, lexicon, about.region);
  const statements = readStatements({
    passages,
    figures,
    mentions,
    terms: passages.map((passage) => findTerms(passage.text, terms)),
    vocabulary: terms,
    entities: (index) => lexicon.entities[index],
    region: about.region,
    ...(about.date ? { date: about.date.day } : {}),
    ...(about.title ? { title: about.title } : {}),
  });
  return { figures, mentions, statements };
}

/** A chunk while it is made. */
class ChunkBuilder {
  readonly articles: ArticleRecord[] = [];
  readonly #strings = new Map<string, number>([["", 0]]);
  readonly #entities = new Map<number, number>();
  readonly #sentences = { article: growing32(), line: growing32(), start: growing32(), end: growing32(), figures: growing32(), mentions: growing32() };
  readonly #mentions = { start: growing32(), end: growing32(), entity: growing32() };
  readonly #figures = {
    start: growing32(), end: growing32(), kind: growing8(), low: growingValues(), high: growingValues(), unit: growing32(), flags: growing32(),
    metric: growing32(), subject: growing32(), second: growing32(), from: growingDays(), to: growingDays(), calendarFrom: growingDays(),
    calendarTo: growingDays(), period: growing32(), scope: growing32(), asOf: growing32(), attribution: growing32(),
  };

  constructor(private readonly tables: ReadingTables) {}

  get sentenceCount(): number {
    return this.#sentences.line.length;
  }

  #string(text: string): number {
    const known = this.#strings.get(text);
    if (known !== undefined) return known;
    this.#strings.set(text, this.#strings.size);
    return this.#strings.size - 1;
  }

  #entity(entity: number): number {
    const known = this.#entities.get(entity);
    if (known !== undefined) return known;
    this.#entities.set(entity, this.#entities.size);
    return this.#entities.size - 1;
  }

  addArticle(article: Article, { mentions, statements }: Reading, signature: ArticleRecord["signature"], cutOffOf: number | undefined): void {
    const number = this.articles.length;
    const first = this.sentenceCount;
    article.passages.forEach((passage, i) => this.#addPassage(passage, number, mentions[i] ?? [], statements[i] ?? []));
    this.articles.push(recordOf(article, { firstSentence: first, endSentence: this.sentenceCount, signature, ...(cutOffOf === undefined ? {} : { cutOffOf }) }));
  }

  #addPassage(passage: Passage, article: number, mentions: readonly Mention[], statements: readonly Statement[]): void {
    if (!mentions.length && !statements.length) return;
    let mention = 0;
    let statement = 0;
    visitSentences(passage.text, 0, passage.text.length, (start, end) => {
      const mentionsFrom = mention;
      const figuresFrom = statement;
      while (mention < mentions.length && (mentions[mention]?.start ?? 0) < end) mention++;
      while (statement < statements.length && (statements[statement]?.figure.start ?? 0) < end) statement++;
      if (mention === mentionsFrom && statement === figuresFrom) return;
      const { article: articles, line, start: starts, end: ends, figures, mentions: first } = this.#sentences;
      articles.push(article);
      line.push(passage.line);
      starts.push(columnOf(passage, start));
      ends.push(endColumnOf(passage, end));
      figures.push(this.#figures.start.length);
      first.push(this.#mentions.start.length);
      for (const one of mentions.slice(mentionsFrom, mention)) this.#addMention(passage, one);
      for (const one of statements.slice(figuresFrom, statement)) this.#addFigure(passage, one);
    });
  }

  #addMention(passage: Passage, mention: Mention): void {
    this.#mentions.start.push(columnOf(passage, mention.start));
    this.#mentions.end.push(endColumnOf(passage, mention.end));
    this.#mentions.entity.push(this.#entity(mention.entity));
  }

  #addFigure(passage: Passage, statement: Statement): void {
    const { figure, period } = statement;
    const columns = this.#figures;
    const [subject, second] = statement.subjects;
    columns.start.push(columnOf(passage, figure.start));
    columns.end.push(endColumnOf(passage, figure.end));
    columns.kind.push(KINDS.indexOf(figure.kind));
    columns.low.push(toNumber(figure.low));
    columns.high.push(toNumber(figure.high));
    columns.unit.push(this.#string(figure.unit));
    columns.flags.push(packFlags(figure, statement));
    columns.metric.push(statement.metric === undefined ? 0 : (this.tables.terms.numberOf(statement.metric) ?? -1) + 1);
    columns.subject.push(subject ? this.#entity(subject.entity) + 1 : 0);
    columns.second.push(second ? this.#entity(second.entity) + 1 : 0);
    const day = (iso: string | undefined): number => (iso === undefined ? NO_DAY : (dayNumber(iso) ?? NO_DAY));
    columns.from.push(day(period?.from));
    columns.to.push(day(period?.to));
    columns.calendarFrom.push(day(period?.calendarFrom));
    columns.calendarTo.push(day(period?.calendarTo));
    columns.period.push(this.#string(period?.text ?? ""));
    columns.scope.push(this.#string(statement.scope ?? ""));
    columns.asOf.push(this.#string(statement.asOf ?? ""));
    const by = statement.attribution;
    columns.attribution.push(this.#string(typeof by === "number" ? (this.tables.lexicon.entities[by]?.id ?? "") : (by ?? "")));
  }

  done(span: Pick<Chunk, "firstLine" | "endLine" | "start" | "end">): Chunk {
    const sentences = this.#sentences;
    sentences.figures.push(this.#figures.start.length);
    sentences.mentions.push(this.#mentions.start.length);
    const entities: ChunkEntity[] = [...this.#entities.keys()].map((number) => {
      const entity = this.tables.lexicon.entities[number];
      if (!entity) return { id: "" };
      return entity.origin === "learned" ? { id: entity.id, learned: entity } : { id: entity.id };
    });
    const { figures, mentions } = this;
    return {
      ...span,
      articles: this.articles,
      entities,
      strings: [...this.#strings.keys()],
      sentences: {
        article: sentences.article.done(),
        line: sentences.line.done(),
        start: sentences.start.done(),
        end: sentences.end.done(),
        figures: sentences.figures.done(),
        mentions: sentences.mentions.done(),
      },
      figures,
      mentions,
    };
  }

  private get figures(): Chunk["figures"] {
    const c = this.#figures;
    return {
      start: c.start.done(), end: c.end.done(), kind: c.kind.done(), low: c.low.done(), high: c.high.done(), unit: c.unit.done(), flags: c.flags.done(),
      metric: c.metric.done(), subject: c.subject.done(), second: c.second.done(), from: c.from.done(), to: c.to.done(),
      calendarFrom: c.calendarFrom.done(), calendarTo: c.calendarTo.done(), period: c.period.done(), scope: c.scope.done(),
      asOf: c.asOf.done(), attribution: c.attribution.done(),
    };
  }

  private get mentions(): Chunk["mentions"] {
    const c = this.#mentions;
    return { start: c.start.done(), end: c.end.done(), entity: c.entity.done() };
  }
}

/** The article without its passages, which are not kept. */
function recordOf(article: Article, more: Omit<ArticleRecord, keyof Article>): ArticleRecord {
  const { passages: _, ...rest } = article;
  return { ...rest, ...more };
}

/** Whether two articles give the reader the same to read: what it is told of them and every passage. */
const isRepeated = (a: Article, b: Article): boolean =>
  a.region === b.region &&
  a.title === b.title &&
  a.date?.day === b.date?.day &&
  a.passages.length === b.passages.length &&
  a.passages.every(({ text, kind, cell }, i) => text === b.passages[i]?.text && kind === b.passages[i]?.kind && cell === undefined);

/** Articles are put into one chunk until their text has this many UTF-16 units: what an answer reads for one sentence. */
const CHUNK = 1_500;

/** Reads a file of the corpus whole. Never throws on its input: what is wrong with it stands in `problems`. */
export function readChunks(file: SourceFile, tables: ReadingTables): FileReading {
  const steps = readStepwise(file, tables);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, an article a step: a thread that answers requests may pause between them. */
export function* readStepwise(file: SourceFile, tables: ReadingTables): Generator<undefined, FileReading> {
  const { articles, problems } = readArticles(file);
  const lines = lineStarts(file.text);
  const startOf = (line: number): number => lines[line - 1] ?? file.text.length;
  const endOf = (line: number): number => lineEnd(file.text, lines, line - 1);
  const signatures = articles.map(copySignature);
  const original = cutOffOriginal(signatures);
  const bodies = new Map<number, number>();
  for (const { body } of signatures) bodies.set(body, (bodies.get(body) ?? 0) + 1);
  const read = new Map<number, { readonly article: Article; readonly reading: Reading }>();
  const chunks: Chunk[] = [];
  let builder: ChunkBuilder | undefined;
  let first: Article | undefined;
  for (const [number, article] of articles.entries()) {
    yield undefined;
    // feeds repeat articles: what was read from the very same text is not read twice
    const body = signatures[number]?.body ?? 0;
    const before = read.get(body);
    const reading = before && isRepeated(article, before.article) ? before.reading : readPassages(article.passages, article, tables);
    if (!before && (bodies.get(body) ?? 0) > 1) read.set(body, { article, reading });
    const signature = signatures[number];
    if (!signature) continue;
    builder ??= new ChunkBuilder(tables);
    first ??= article;
    const cutOffOf = number === articles.length - 1 ? articles[original]?.firstLine : undefined;
    builder.addArticle(article, reading, signature, cutOffOf);
    const next = articles[number + 1];
    const start = startOf(first.firstLine);
    if (next && endOf(next.lastLine) - start <= CHUNK) continue;
    chunks.push(builder.done({ firstLine: first.firstLine - 1, endLine: article.lastLine, start, end: endOf(article.lastLine) }));
    builder = undefined;
    first = undefined;
  }
  return { path: file.path, modified: file.modified, chunks, problems };
}
