// The names of a lexicon by number. Tens of thousands are known and a few hundred are met, so what was entered stands in flat
// columns and a name becomes an object when it is first asked for.
import { nameKey } from "./nameKey.ts";

/** One entity that a name stands for. */
export interface NameUse {
  readonly entity: number;
  readonly needsContext: boolean;
}

/** A name as the matcher knows it; one without uses is a longer word that hides the names inside it. */
export interface NameEntry {
  readonly key: string;
  /** The spellings, which decide about case and spaces. */
  readonly forms: readonly string[];
  readonly uses: readonly NameUse[];
}

interface GrowingEntry extends NameEntry {
  readonly forms: string[];
  readonly uses: NameUse[];
}

/** Keys shorter than this are no names. */
export const SHORTEST = 2;

const NO_USE = -1;

function enter(entry: GrowingEntry, form: string, use: NameUse | undefined): void {
  if (!use) return;
  if (!entry.forms.includes(form)) entry.forms.push(form);
  if (!entry.uses.some(({ entity }) => entity === use.entity)) entry.uses.push(use);
}

/** Takes names in any order; those with one key become one. */
export class NameTableBuilder {
  readonly keys: string[] = [];
  readonly #byKey = new Map<string, number>();
  readonly #numbers: number[] = [];
  readonly #forms: string[] = [];
  readonly #uses: number[] = [];

  /** Enters a spelling and the entity it stands for, none for a word that hides names; a key too short to be a name is passed over. */
  add(key: string, form: string, entity?: number, needsContext = false): void {
    if (key.length < SHORTEST) return;
    let number = this.#byKey.get(key);
    if (number === undefined) {
      number = this.keys.length;
      this.#byKey.set(key, number);
      this.keys.push(key);
    }
    this.#numbers.push(number);
    this.#forms.push(form);
    this.#uses.push(entity === undefined ? NO_USE : entity * 2 + (needsContext ? 1 : 0));
  }

  done(): NameTable {
    const count = this.keys.length;
    const from = new Int32Array(count + 1);
    for (const number of this.#numbers) from[number + 1] = (from[number + 1] as number) + 1;
    for (let number = 0; number < count; number++) from[number + 1] = (from[number + 1] as number) + (from[number] as number);
    const next = from.slice();
    const forms = new Array<string>(this.#numbers.length).fill("");
    const uses = new Int32Array(this.#numbers.length);
    for (let i = 0; i < this.#numbers.length; i++) {
      const number = this.#numbers[i] as number;
      const slot = next[number] as number;
      forms[slot] = this.#forms[i] as string;
      uses[slot] = this.#uses[i] as number;
      next[number] = slot + 1;
    }
    return new NameTable(from, forms, uses);
  }
}

/** Names by number; it only grows. */
export class NameTable {
  readonly #made: (GrowingEntry | undefined)[];

  constructor(
    /** What was entered for name n stands from [n] to [n + 1], in the order of entering. */
    private readonly from: Int32Array,
    private readonly forms: readonly string[],
    /** Entity × 2, plus 1 where context is needed; -1 for a word that hides names. */
    private readonly uses: Int32Array,
  ) {
    this.#made = new Array<GrowingEntry | undefined>(from.length - 1).fill(undefined);
  }

  get length(): number {
    return this.#made.length;
  }

  at(number: number): NameEntry | undefined {
    return this.#at(number);
  }

  /** Adds a name; its number. */
  push(entry: NameEntry): number {
    this.#made.push({ key: entry.key, forms: [...entry.forms], uses: [...entry.uses] });
    return this.#made.length - 1;
  }

  /** Adds a spelling and a use to a name. */
  addTo(number: number, form: string, use: NameUse): void {
    const entry = this.#at(number);
    if (entry) enter(entry, form, use);
  }

  #at(number: number): GrowingEntry | undefined {
    return this.#made[number] ?? this.#make(number);
  }

  #make(number: number): GrowingEntry | undefined {
    const start = this.from[number];
    const end = this.from[number + 1];
    const first = start === undefined ? undefined : this.forms[start];
    if (start === undefined || end === undefined || first === undefined) return undefined;
    const entry: GrowingEntry = { key: nameKey(first), forms: [first], uses: [] };
    for (let slot = start; slot < end; slot++) {
      const use = this.uses[slot] as number;
      if (use !== NO_USE) enter(entry, this.forms[slot] as string, { entity: use >> 1, needsContext: (use & 1) === 1 });
    }
    this.#made[number] = entry;
    return entry;
  }
}
