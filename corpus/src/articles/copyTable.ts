// Which articles are copies of which, kept while articles come and go. Articles are compared only with representatives
// that share the figures and one of a few sentences, never all with all; a group's representative stays the same when
// articles are added.
import type { CopySignature } from "./copySignature.ts";

export interface CopyEntry<K> {
  /** Unique: the place of the article, not its id, which copies share. */
  readonly key: K;
  readonly signature: CopySignature;
  /** ISO day, where the article states one. */
  readonly statedDay?: string;
  /** The article is the cut-off repeat of this one: see cutOffOriginal. */
  readonly cutOffOf?: K;
}

interface Group<K> {
  representative: CopyEntry<K>;
  readonly members: CopyEntry<K>[];
}

/** Sentences by which a near copy is looked for. */
export const PROBES = 4;
/** Of the sentences of both. */
const ALIKE = 0.95;

/** Keys under which a signature is found: figures with each of its lowest sentences. */
function* probes({ figures, sentences }: CopySignature): Generator<number> {
  const count = Math.min(PROBES, sentences.length);
  for (let i = 0; i < count; i++)
    yield (figures ^ Math.imul(sentences[i] ?? 0, 0x9e3779b1)) + (figures % 0x1fffff) * 0x100000000;
}

/** Whether both have at least 0.95 of their sentences in common; both lists ascend. */
export function alike(a: Uint32Array, b: Uint32Array): boolean {
  const most = Math.max(a.length, b.length);
  if (!most || Math.min(a.length, b.length) < ALIKE * most) return false;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared >= ALIKE * most;
}

export class CopyTable<K> {
  readonly #groups = new Map<K, Group<K>>();
  readonly #byBody = new Map<number, Group<K>>();
  readonly #byProbe = new Map<number, Group<K>[]>();

  /** Adds an article and gives the key of its group's representative, its own if it is no copy. */
  add(entry: CopyEntry<K>): K {
    this.remove(entry.key);
    const group = this.#find(entry);
    if (group) {
      group.members.push(entry);
      this.#groups.set(entry.key, group);
      return group.representative.key;
    }
    const alone: Group<K> = { representative: entry, members: [entry] };
    this.#groups.set(entry.key, alone);
    this.#list(alone);
    return entry.key;
  }

  /** Takes an article out; the earliest stated, then the earliest added of its copies represents them from then on. */
  remove(key: K): void {
    const group = this.#groups.get(key);
    if (!group) return;
    this.#groups.delete(key);
    group.members.splice(
      group.members.findIndex((member) => member.key === key),
      1,
    );
    if (group.representative.key !== key) return;
    this.#unlist(group);
    const next = earliest(group.members);
    if (!next) return;
    group.representative = next;
    this.#list(group);
  }

  /** The representative of an article's copies; undefined for an unknown key. */
  representativeOf(key: K): K | undefined {
    return this.#groups.get(key)?.representative.key;
  }

  /** All copies of an article with itself, in the order they were added. */
  copiesOf(key: K): readonly K[] {
    return this.#groups.get(key)?.members.map((member) => member.key) ?? [];
  }

  /** Chooses every representative anew: for a first index, where no order was promised to anyone. */
  settle(): void {
    for (const group of new Set(this.#groups.values())) {
      const first = earliest(group.members);
      if (!first || first === group.representative) continue;
      this.#unlist(group);
      group.representative = first;
      this.#list(group);
    }
  }

  #find(entry: CopyEntry<K>): Group<K> | undefined {
    const { signature } = entry;
    const same = this.#byBody.get(signature.body);
    if (same) return same;
    for (const probe of probes(signature))
      for (const group of this.#byProbe.get(probe) ?? []) {
        const other = group.representative.signature;
        if (other.figures === signature.figures && alike(other.sentences, signature.sentences)) return group;
      }
    return entry.cutOffOf === undefined ? undefined : this.#groups.get(entry.cutOffOf);
  }

  #list(group: Group<K>): void {
    const { signature, cutOffOf } = group.representative;
    if (cutOffOf === undefined) this.#byBody.set(signature.body, group);
    for (const probe of probes(signature)) {
      const listed = this.#byProbe.get(probe);
      if (listed) listed.push(group);
      else this.#byProbe.set(probe, [group]);
    }
  }

  #unlist(group: Group<K>): void {
    const { signature } = group.representative;
    if (this.#byBody.get(signature.body) === group) this.#byBody.delete(signature.body);
    for (const probe of probes(signature)) {
      const rest = (this.#byProbe.get(probe) ?? []).filter((listed) => listed !== group);
      if (rest.length) this.#byProbe.set(probe, rest);
      else this.#byProbe.delete(probe);
    }
  }
}

/** The earliest stated day, then the earliest added; an article that was cut off represents no whole one. */
function earliest<K>(members: readonly CopyEntry<K>[]): CopyEntry<K> | undefined {
  let first: CopyEntry<K> | undefined;
  for (const member of members) {
    if (!first) first = member;
    else if (
      (first.cutOffOf !== undefined && member.cutOffOf === undefined) ||
      (member.cutOffOf === undefined && (member.statedDay ?? "~") < (first.statedDay ?? "~"))
    )
      first = member;
  }
  return first;
}
