// How likely a name is the one that the analyst is typing: named in this note, named in an article that the note cites, else
// how often and how lately the corpus names it. Bounded work: a passage of the note is read once, not at every keystroke.
import { findMentions } from "../../entities/findMentions.ts";
import type { Lexicon } from "../../entities/lexicon.ts";
import { ownerOf } from "../../index/runEntities.ts";
import { dayOfRecency, NO_DATE } from "../../index/indexedChunk.ts";
import type { IndexedChunk, Store } from "../../index/store.ts";
import { dayNumber } from "../../index/days.ts";
import { entityToken } from "../../index/tokens.ts";
import { besideNote } from "../../note/sourcePath.ts";
import type { Desk } from "../desk.ts";
import type { Draft, ReadPassage } from "../draft.ts";

const IN_NOTE = 2_000;
const CITED = 1_000;
/** Passages of the note before and behind the cursor, citations, and sentences of a name that are looked at. */
const AROUND = 150;
const CITATIONS = 200;
const LATEST = 500;
/** Days in which a name's lateness halves. */
const HALF_LIFE = 60;
const KEPT_PASSAGES = 2_000;

/**
 * The rank of an entity by its number, higher for what is likelier; `TypeAhead.search` takes it. `here` is the passage of the
 * cursor, `at` the offset in its text, where the name under way ends.
 */
export function wantedNames(desk: Desk, draft: Draft, here: ReadPassage, at: number): (entity: number) => number {
  let inNote: ReadonlySet<number> | undefined;
  let cited: ReadonlySet<number> | undefined;
  const today = dayNumber(draft.date) ?? 0;
  return (entity) => {
    inNote ??= namedInNote(desk.tables.lexicon, draft, here, at);
    cited ??= namedInCited(desk, draft);
    const near = inNote.has(entity) ? IN_NOTE : cited.has(entity) ? CITED : 0;
    return near + inCorpus(desk.index, entity, today);
  };
}

interface ReadNames {
  readonly version: number;
  readonly byText: Map<string, readonly number[]>;
}
const readNames = new WeakMap<Lexicon, ReadNames>();

/** The entities that a passage names. */
function namesOf(lexicon: Lexicon, text: string): readonly number[] {
  let read = readNames.get(lexicon);
  if (!read || read.version !== lexicon.version || read.byText.size > KEPT_PASSAGES) {
    read = { version: lexicon.version, byText: new Map() };
    readNames.set(lexicon, read);
  }
  const known = read.byText.get(text);
  if (known) return known;
  const names = findMentions(text, lexicon).map(({ entity }) => ownerOf(lexicon, entity));
  read.byText.set(text, names);
  return names;
}

/** The entities named around the cursor, the name under way left out: it is what is asked. */
function namedInNote(lexicon: Lexicon, draft: Draft, here: ReadPassage, at: number): ReadonlySet<number> {
  const found = new Set(here.mentions.filter(({ end }) => end !== at).map(({ entity }) => entity));
  const place = Math.max(0, draft.passages.indexOf(here.passage));
  for (const passage of draft.passages.slice(Math.max(0, place - AROUND), place + AROUND))
    if (passage !== here.passage) for (const entity of namesOf(lexicon, passage.text)) found.add(entity);
  return found;
}

const citedNames = new WeakMap<IndexedChunk, Map<number, readonly number[]>>();

function namedInCited(desk: Desk, draft: Draft): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { path, pathKind, hint } of draft.note?.citations.slice(-CITATIONS) ?? []) {
    if (path === undefined) continue;
    const full = pathKind === "relative" ? besideNote(draft.path, path) : path;
    const file = full === undefined ? undefined : desk.index.file(full);
    const chunk = file && (file.chunkAt((hint?.line ?? 1) - 1) ?? file.first);
    if (chunk) for (const entity of namesOfArticle(chunk, hint?.line ?? 1)) found.add(entity);
  }
  return found;
}

/** The entities of the article of a chunk that holds a 1-based line. */
function namesOfArticle(chunk: IndexedChunk, line: number): readonly number[] {
  const { articles, sentences, mentions } = chunk;
  const number = Math.max(0, articles.findIndex(({ firstLine, lastLine }) => firstLine <= line && line <= lastLine));
  const kept = citedNames.get(chunk) ?? new Map<number, readonly number[]>();
  citedNames.set(chunk, kept);
  const known = kept.get(number);
  if (known) return known;
  const article = articles[number];
  const names = new Set<number>();
  if (article)
    for (let at = sentences.mentions[article.firstSentence] ?? 0; at < (sentences.mentions[article.endSentence] ?? 0); at++) {
      const entity = chunk.run[mentions.entity[at] ?? 0];
      if (entity !== undefined) names.add(entity);
    }
  kept.set(number, [...names]);
  return kept.get(number) ?? [];
}

const corpusRanks = new WeakMap<Store, { readonly version: number; readonly today: number; readonly ranks: Map<number, number> }>();

/** 0 to about 100: the logarithm of how often, and how lately as far as its last sentences tell. */
function inCorpus(index: Store, entity: number, today: number): number {
  let kept = corpusRanks.get(index);
  if (kept?.version !== index.version || kept.today !== today) corpusRanks.set(index, (kept = { version: index.version, today, ranks: new Map() }));
  const known = kept.ranks.get(entity);
  if (known !== undefined) return known;
  const rank = measure(index, entity, today);
  kept.ranks.set(entity, rank);
  return rank;
}

function measure(index: Store, entity: number, today: number): number {
  const count = index.living(entityToken(entity));
  if (!count) return 0;
  let latest = NO_DATE;
  for (const sentence of index.posting(entityToken(entity), LATEST)) latest = Math.max(latest, dayOfRecency(index.recency(sentence)));
  const late = latest > NO_DATE ? 10 * 2 ** (-Math.max(0, today - latest) / HALF_LIFE) : 0;
  return 5 * Math.log2(1 + count) + late;
}
