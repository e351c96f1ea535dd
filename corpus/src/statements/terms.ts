// Terms: metrics (營收, net profit) and things whose wording differs by region (資料中心, 数据中心, data centre), found
// leftmost-longest over folded text in one pass. Relies on dist/terms.json (corpus/build/terms.mjs) and the names' trie.
import type { Region } from "../articles/article.ts";
import { buildTrie, type DoubleArrayTrie } from "../entities/doubleArrayTrie.ts";
import type { FigureKind } from "../figures/figure.ts";
import { fold, foldTable } from "../text/fold.ts";
import { isDigit, isLatinLetter } from "../text/han.ts";

/** dist/terms.json: rows of id, kinds (empty for terms that are no metric), and names by region, lists parted by `|`. */
export interface CompiledTerms {
  readonly format: number;
  readonly terms: readonly (readonly string[])[];
}

export interface Term {
  readonly id: string;
  /** The kinds of figure that a metric takes; empty for a term that is no metric. */
  readonly kinds: readonly FigureKind[];
  readonly names: Readonly<Record<Region, readonly string[]>>;
}

/** A term in a text: UTF-16 offsets, end exclusive; `term` is its number. */
export interface TermHit {
  readonly start: number;
  readonly end: number;
  readonly term: number;
  /** The id, where the term is a metric. */
  readonly metric?: string;
}

/** 年資 is not in 今年資本支出, 年金 not in 明年金價: what tells the time keeps its last character. */
const [TIME, BEFORE_TIME] = [1, 2];
const timeUnits = new Uint8Array(65536);
for (const unit of "年月季日") timeUnits[foldTable[unit.charCodeAt(0)] as number] = TIME;
for (const unit of "今去明本前後上下全同當当每半首0123456789０１２３４５６７８９〇零一二三四五六七八九十財财") timeUnits[foldTable[unit.charCodeAt(0)] as number] = BEFORE_TIME;

export type TermVisitor = (term: number, start: number, end: number) => void;

const list = (cell: string | undefined): readonly string[] => (cell ? cell.split("|").filter(Boolean) : []);
const borderless = (unit: number): boolean => !isLatinLetter(unit) && !isDigit(unit);

export class Terms {
  readonly rows: readonly Term[];
  readonly #trie: DoubleArrayTrie;
  /** Term by the trie's key. */
  readonly #termOfKey: Uint32Array;
  readonly #byId = new Map<string, number>();

  constructor(compiled: CompiledTerms) {
    this.rows = compiled.terms.map(([id = "", kinds, taiwan, hongKong, mainland, english]) => ({
      id,
      kinds: list(kinds) as readonly FigureKind[],
      names: {
        TW: list(taiwan),
        HK: hongKong ? list(hongKong) : list(taiwan),
        CN: mainland ? list(mainland) : list(taiwan),
        INTL: list(english),
      },
    }));
    const keys = new Map<string, number>();
    this.rows.forEach(({ id, names }, number) => {
      this.#byId.set(id, number);
      for (const name of [...names.TW, ...names.HK, ...names.CN, ...names.INTL]) {
        const key = fold(name.trim());
        // a metric stands before the terms in the file and wins a wording that is in both
        if (key.length > 1 && !keys.has(key)) keys.set(key, number);
      }
    });
    this.#termOfKey = Uint32Array.from(keys.values());
    this.#trie = buildTrie([...keys.keys()], foldTable);
  }

  /** The number of the term with this id. */
  numberOf(id: string): number | undefined {
    return this.#byId.get(id);
  }

  /** The preferred name in a region's wording; the id in words where the region has none. */
  display(term: number, region: Region): string {
    const row = this.rows[term];
    return row?.names[region][0] ?? row?.names.INTL[0] ?? row?.id.replaceAll("-", " ") ?? "";
  }

  /** Visits the terms between two offsets, leftmost-longest, none overlapping. Linear: a walk is as long as a name. */
  visit(text: string, from: number, to: number, visit: TermVisitor): void {
    const { codes, base, check, accept } = this.#trie;
    const root = base[0] as number;
    for (let start = from; start + 1 < to; start++) {
      const first = codes[text.charCodeAt(start)] as number;
      // most places fail at the second unit, and no name has fewer
      if (first === 0 || check[root + first] !== 0) continue;
      const second = codes[text.charCodeAt(start + 1)] as number;
      if (second === 0 || check[(base[root + first] as number) + second] !== root + first) continue;
      const latin = isLatinLetter(text.charCodeAt(start));
      if (latin && start > from && isLatinLetter(text.charCodeAt(start - 1))) continue;
      if (timeUnits[foldTable[text.charCodeAt(start)] as number] === TIME && start > from && timeUnits[foldTable[text.charCodeAt(start - 1)] as number] === BEFORE_TIME && !isComparison(text, start)) continue;
      let state = 0;
      let end = -1;
      let term = 0;
      for (let at = start; at < to; at++) {
        const code = codes[text.charCodeAt(at)] as number;
        const next = (base[state] as number) + code;
        if (code === 0 || check[next] !== state || (state === 0 && next === 0)) break;
        state = next;
        const accepted = accept[state] as number;
        if (accepted > 0 && endsWord(text, at + 1, to)) {
          end = at + 1;
          term = this.#termOfKey[accepted - 1] as number;
        }
      }
      if (end < 0) continue;
      visit(term, start, end);
      start = end - 1;
    }
  }
}

/** 年增, 月減: the words of a comparison begin with the time itself. */
const isComparison = (text: string, at: number): boolean => /[增減减成跌升漲涨]/.test(text.charAt(at + 1)) && !/[今去明本前後上下全同當当]/.test(text.charAt(at - 1));

/** A Latin name ends with its word; a plural s is forgiven. */
function endsWord(text: string, end: number, to: number): boolean {
  if (!isLatinLetter(text.charCodeAt(end - 1)) || end >= to || borderless(text.charCodeAt(end))) return true;
  return (text.charCodeAt(end) | 32) === 0x73 && (end + 1 >= to || borderless(text.charCodeAt(end + 1)));
}

/** The terms of a compiled table. */
export const loadTerms = (compiled: unknown): Terms => new Terms(compiled as CompiledTerms);

/** The terms of a text, in order. */
export function findTerms(text: string, terms: Terms): TermHit[] {
  const hits: TermHit[] = [];
  terms.visit(text, 0, text.length, (term, start, end) => {
    const row = terms.rows[term];
    hits.push(row?.kinds.length ? { start, end, term, metric: row.id } : { start, end, term });
  });
  return hits;
}
