// What stands in a document's passages: figures and names, kept from one state of the document to the next by the passage's words.
// An edit costs the reading of what it changed; a line put in above costs a look-up for each passage below.
import type { Region } from "../articles/article.ts";
import type { Lexicon } from "../entities/lexicon.ts";
import { findMentions } from "../entities/findMentions.ts";
import { findLearned } from "../entities/learnedNames.ts";
import type { Mention } from "../entities/entity.ts";
import type { Figure } from "../figures/figure.ts";
import { findFigures } from "../figures/findFigures.ts";
import { ownerOf } from "../index/runEntities.ts";
import type { Passage } from "../text/passage.ts";

export interface ReadPassage {
  readonly passage: Passage;
  /** The same objects for the same words, in every state of the document. */
  readonly figures: readonly Figure[];
  /** A ticker counts as its company. */
  readonly mentions: readonly Mention[];
}

/** More readings than twice the passages and so many: those of passages that are gone are dropped. */
const SPARE = 500;

const keyOf = ({ text, cell }: Passage): string => (cell ? `${text}\n${cell.rowHead}\n${cell.columnHead}\n${cell.unit}` : text);

export class PassageReadings {
  readonly #figures: Map<string, readonly Figure[]>;
  readonly #mentions: Map<string, readonly Mention[]>;
  readonly #read = new WeakMap<Passage, ReadPassage>();
  readonly #version: number;
  /** A draft read before the corpus introduced a name is read again. */
  readonly #learned: number;

  constructor(
    private readonly region: Region,
    private readonly lexicon: Lexicon,
    earlier?: PassageReadings,
  ) {
    this.#version = lexicon.version;
    this.#learned = lexicon.learnedNames;
    this.#figures = earlier?.region === region ? earlier.#figures : new Map();
    // no two lexicons share a version
    this.#mentions = earlier && earlier.#version === this.#version && earlier.#learned === this.#learned ? earlier.#mentions : new Map();
  }

  /** The readings for a later state of the document: these, as far as region and names are the same. */
  for(region: Region, lexicon: Lexicon): PassageReadings {
    return region === this.region && lexicon.version === this.#version && lexicon.learnedNames === this.#learned ? this : new PassageReadings(region, lexicon, this);
  }

  /** What stands in a passage. */
  read(passage: Passage): ReadPassage {
    const known = this.#read.get(passage);
    if (known) return known;
    const read = { passage, figures: this.#figuresOf(passage), mentions: this.#mentionsOf(passage.text) };
    this.#read.set(passage, read);
    return read;
  }

  /** How many readings are kept. */
  get size(): number {
    return this.#figures.size + this.#mentions.size;
  }

  /** Drops what was read of passages that are no longer there, now and then. */
  keep(passages: readonly Passage[]): void {
    const most = 2 * passages.length + SPARE;
    if (this.#figures.size > most) retain(this.#figures, new Set(passages.map(keyOf)));
    if (this.#mentions.size > most) retain(this.#mentions, new Set(passages.map(({ text }) => text)));
  }

  #figuresOf(passage: Passage): readonly Figure[] {
    const key = keyOf(passage);
    const known = this.#figures.get(key);
    if (known) return known;
    const { text, cell } = passage;
    const figures = findFigures(text, { region: this.region, ...(cell ? { cell } : {}) });
    this.#figures.set(key, figures);
    return figures;
  }

  #mentionsOf(text: string): readonly Mention[] {
    const known = this.#mentions.get(text);
    if (known) return known;
    const names = findMentions(text, this.lexicon);
    const learned = findLearned(text, this.lexicon, names);
    const all = learned.length ? [...names, ...learned].sort((a, b) => a.start - b.start) : names;
    const mentions = all.map((mention) => ({ ...mention, entity: ownerOf(this.lexicon, mention.entity) }));
    this.#mentions.set(text, mentions);
    return mentions;
  }
}

function retain(kept: Map<string, unknown>, wanted: ReadonlySet<string>): void {
  for (const key of kept.keys()) if (!wanted.has(key)) kept.delete(key);
}
