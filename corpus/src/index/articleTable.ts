// The articles of the index by id and url, the paths under which they were known before, and the copies among them.
import { CopyTable } from "../articles/copyTable.ts";
import type { IndexedFile } from "./corpusIndex.ts";
import type { ArticleRecord } from "./segment.ts";

/** An article in the file that holds it. */
export interface IndexedArticle {
  readonly file: IndexedFile;
  readonly article: ArticleRecord;
}

/** How many former paths are remembered; the oldest go first. */
const FORMER = 50_000;

export class ArticleTable {
  readonly #byId = new Map<string, IndexedArticle[]>();
  readonly #idsOfUrl = new Map<string, Set<string>>();
  readonly #former = new Map<string, Set<string>>();
  readonly #copies = new CopyTable<string>();

  add(file: IndexedFile): void {
    for (const article of file.segment.articles) {
      const places = this.#byId.get(article.id);
      if (places) places.push({ file, article });
      else this.#byId.set(article.id, [{ file, article }]);
      if (article.url) this.#idsOfUrl.set(article.url, (this.#idsOfUrl.get(article.url) ?? new Set()).add(article.id));
      const original = article.cutOffOf === undefined ? undefined : file.segment.articles[article.cutOffOf];
      this.#copies.add({
        key: keyOf(file, article),
        signature: article.signature,
        ...(article.date && !article.date.inferred ? { statedDay: article.date.day } : {}),
        ...(original ? { cutOffOf: keyOf(file, original) } : {}),
      });
    }
  }

  remove(file: IndexedFile): void {
    const ids = this.#former.get(file.path) ?? new Set();
    for (const article of file.segment.articles) {
      ids.add(article.id);
      const left = (this.#byId.get(article.id) ?? []).filter((place) => place.file !== file);
      if (left.length) this.#byId.set(article.id, left);
      else this.#byId.delete(article.id);
      this.#copies.remove(keyOf(file, article));
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
  replace(before: IndexedFile, after: IndexedFile): void {
    for (const { id } of before.segment.articles)
      this.#byId.set(id, (this.#byId.get(id) ?? []).map((place) => (place.file === before ? { file: after, article: place.article } : place)));
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

  /** The key of the article that this one repeats; its own where it repeats none. */
  originalOf(file: IndexedFile, article: ArticleRecord): string {
    const key = keyOf(file, article);
    return this.#copies.representativeOf(key) ?? key;
  }

  isCopy(file: IndexedFile, article: ArticleRecord): boolean {
    return this.originalOf(file, article) !== keyOf(file, article);
  }
}

/** An article by its place: the same text may stand twice. */
const keyOf = (file: IndexedFile, article: ArticleRecord): string => `${file.path}#L${article.firstLine}`;
