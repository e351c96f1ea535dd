// Articles over all layers: by id and url, where those of a gone path are now, copies, and titles.
import type { ArticleRecord } from "./chunk.ts";
import { articleDay } from "./indexedChunk.ts";
import type { Layer } from "./layer.ts";
import type { LayeredStore } from "./layeredStore.ts";
import type { ArticleLookup, IndexedArticle, IndexedChunk } from "./store.ts";
import type { SegmentArticle } from "./segment/segmentReader.ts";
import { titleHolds, titleQuery } from "./titles.ts";

/** Titles that one search reads. */
const TITLES = 500;
const NONE = new Uint32Array(0);

export class LayeredArticles implements ArticleLookup {
  /** Group names by place: an article's layer never changes while the store's version does not. */
  readonly #groups = new Map<string, string>();

  constructor(private readonly store: LayeredStore) {}

  release(): void {
    this.#groups.clear();
  }

  byId(id: string): readonly IndexedArticle[] {
    return [...this.store.layers.flatMap((layer) => this.#open(layer, layer.segment.articlesById(id))), ...this.store.delta.articles.byId(id)];
  }

  byUrl(url: string): readonly IndexedArticle[] {
    return [...this.store.layers.flatMap((layer) => this.#open(layer, layer.segment.articlesByUrl(url))), ...this.store.delta.articles.byUrl(url)];
  }

  formerly(path: string): readonly IndexedArticle[] {
    const ids = new Set<string>();
    // dead files are in their segment until it is merged
    for (const { segment } of this.store.layers) {
      const file = segment.fileOf(path);
      if (file === undefined) continue;
      const [from, to] = segment.chunksOf(file);
      for (let chunk = from; chunk < to; chunk++) for (const { id } of segment.articlesOfChunk(chunk)) ids.add(id);
    }
    const places = [...ids].flatMap((id) => this.byId(id));
    return [...places, ...this.store.delta.articles.formerly(path).filter(({ article }) => !ids.has(article.id))];
  }

  groupOf(chunk: IndexedChunk, article: ArticleRecord): string {
    const key = `${chunk.path}#L${article.firstLine}`;
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const group = this.#findGroup(chunk, article);
    if (this.#groups.size > 20_000) this.#groups.clear();
    this.#groups.set(key, group);
    return group;
  }

  /** The oldest layer that holds a copy names the group. */
  #findGroup(chunk: IndexedChunk, article: ArticleRecord): string {
    for (const layer of this.store.layers) {
      const group = layer.segment.findCopy(article.signature);
      if (group !== undefined) return `${layer.base}:${group}`;
      const file = layer.fileOf(chunk.path);
      if (file < 0) continue;
      const number = layer.chunkOfLine(file, article.firstLine - 1);
      if (number >= 0) return `${layer.base}:${layer.segment.groupOf(layer.segment.place(number).firstArticle + chunk.articles.indexOf(article))}`;
    }
    return this.store.delta.articles.groupOf(chunk, article);
  }

  /** How many articles repeat others: for the whole corpus, which it walks. */
  copies(): number {
    const groups = new Set<string>();
    let articles = 0;
    const count = (chunk: IndexedChunk): void => {
      for (const article of chunk.articles) groups.add(this.groupOf(chunk, article));
      articles += chunk.articles.length;
    };
    for (const layer of this.store.layers)
      for (let number = 0; number < layer.segment.counts.chunks; number++) {
        const chunk = this.store.chunk(layer, number);
        if (chunk) count(chunk);
      }
    for (const { chunks } of this.store.delta.files()) chunks.forEach(count);
    return articles - groups.size;
  }

  titled(typed: string, limit: number): readonly IndexedArticle[] {
    const tokens = titleQuery(typed);
    const found = [...this.store.delta.articles.titled(typed, limit)];
    for (const layer of this.store.layers) {
      let shortest = NONE;
      for (const [i, token] of tokens.entries()) {
        const list = layer.segment.titled(token, TITLES);
        if (i === 0 || list.length < shortest.length) shortest = list.slice();
      }
      const articles = [...shortest].map((article) => layer.segment.article(article)).filter(({ record: { title } }) => title !== undefined && titleHolds(title, typed));
      found.push(...this.#open(layer, articles));
    }
    return found.sort((a, b) => articleDay(b.article) - articleDay(a.article)).slice(0, limit);
  }

  #open(layer: Layer, articles: readonly SegmentArticle[]): IndexedArticle[] {
    return articles.flatMap(({ chunk: number, row }) => {
      const chunk = this.store.chunk(layer, number);
      const article = chunk?.articles[row];
      return chunk && article ? [{ chunk, article }] : [];
    });
  }
}
