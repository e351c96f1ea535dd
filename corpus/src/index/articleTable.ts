// The articles of the index by id and url, the paths under which they were known before, and the copies among them.
import { CopyTable } from "../articles/copyTable.ts";
import type { ArticleRecord } from "./chunk.ts";
import { articleDay } from "./indexedChunk.ts";
import { titleHolds, titleQuery } from "./titles.ts";
import type { ArticleLookup, IndexedArticle, IndexedChunk, IndexedFile } from "./store.ts";

/** How many former paths are remembered; the oldest go first. */
const FORMER = 50_000;

/** A file whose chunks are all at hand. */
type HeldFile = Pick<IndexedFile, "path"> & { readonly chunks: readonly IndexedChunk[] };

export class ArticleTable implements ArticleLookup {
  readonly #files = new Set<HeldFile>();
  readonly #byId = new Map<string, IndexedArticle[]>();
  readonly #idsOfUrl = new Map<string, Set<string>>();
  readonly #former = new Map<string, Set<string>>();
  readonly #copies = new CopyTable<string>();

  add(file: HeldFile): void {
    this.#files.add(file);
    for (const { chunk, article } of articlesOf(file)) {
      const places = this.#byId.get(article.id);
      if (places) places.push({ chunk, article });
      else this.#byId.set(article.id, [{ chunk, article }]);
      if (article.url) this.#idsOfUrl.set(article.url, (this.#idsOfUrl.get(article.url) ?? new Set()).add(article.id));
      this.#copies.add({
        key: keyOf(chunk, article.firstLine),
        signature: article.signature,
        ...(article.date && !article.date.inferred ? { statedDay: article.date.day } : {}),
        ...(article.cutOffOf === undefined ? {} : { cutOffOf: keyOf(chunk, article.cutOffOf) }),
      });
    }
  }

  remove(file: HeldFile): void {
    this.#files.delete(file);
    const ids = this.#former.get(file.path) ?? new Set();
    for (const { chunk, article } of articlesOf(file)) {
      ids.add(article.id);
      const left = (this.#byId.get(article.id) ?? []).filter((place) => place.chunk !== chunk || place.article !== article);
      if (left.length) this.#byId.set(article.id, left);
      else this.#byId.delete(article.id);
      this.#copies.remove(keyOf(chunk, article.firstLine));
    }
    this.#former.delete(file.path);
    this.#former.set(file.path, ids);
    const [oldest] = this.#former.keys();
    if (this.#former.size > FORMER && oldest !== undefined) this.#former.delete(oldest);
  }

  /** After a first reading: copies choose their originals anew, whatever order the files came in. */
  settle(): void {
    this.#copies.settle();
  }

  /** The same file under other sentence numbers. */
  replace(before: HeldFile, after: HeldFile): void {
    this.#files.delete(before);
    this.#files.add(after);
    const moved = new Map(before.chunks.map((chunk, number) => [chunk, after.chunks[number]]));
    for (const { article } of articlesOf(before))
      this.#byId.set(article.id, (this.#byId.get(article.id) ?? []).map((place) => ({ ...place, chunk: moved.get(place.chunk) ?? place.chunk })));
  }

  /** Every place of the article with this id: more than one where it stands in several files or twice in one. */
  byId(id: string): readonly IndexedArticle[] {
    return this.#byId.get(id) ?? [];
  }

  byUrl(url: string): readonly IndexedArticle[] {
    return [...(this.#idsOfUrl.get(url) ?? [])].flatMap((id) => this.byId(id));
  }

  /** Where the articles are now that were last known under a path that is gone or changed. */
  formerly(path: string): readonly IndexedArticle[] {
    return [...(this.#former.get(path) ?? [])].flatMap((id) => this.byId(id));
  }

  groupOf(chunk: IndexedChunk, article: ArticleRecord): string {
    const key = keyOf(chunk, article.firstLine);
    return this.#copies.representativeOf(key) ?? key;
  }

  titled(typed: string, limit: number): readonly IndexedArticle[] {
    const found: IndexedArticle[] = [];
    if (!titleQuery(typed).length) return found;
    for (const file of this.#files) for (const one of articlesOf(file)) if (one.article.title && titleHolds(one.article.title, typed)) found.push(one);
    return found.sort((a, b) => articleDay(b.article) - articleDay(a.article)).slice(0, limit);
  }
}

const articlesOf = ({ chunks }: HeldFile): IndexedArticle[] => chunks.flatMap((chunk) => chunk.articles.map((article) => ({ chunk, article })));

/** An article by its place: the same text may stand twice. */
const keyOf = ({ path }: IndexedChunk, firstLine: number): string => `${path}#L${firstLine}`;
