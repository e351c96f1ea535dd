// The labels of a note: which are taken, and which citation each stands for, so that a citation that is there is used again.
import { normalizeLabel, type Definition } from "./citation.ts";
import { makeLabel } from "./makeLabel.ts";
import type { Note } from "./note.ts";
import { quoteKey } from "./quoteKey.ts";
import { readTarget } from "./readTarget.ts";

interface NoteLabels {
  readonly taken: ReadonlySet<string>;
  readonly byCitation: ReadonlyMap<string, Definition>;
}

/** What a target leads to, without the place in it. */
function destination(target: string): string {
  const read = readTarget(target);
  switch (read.kind) {
    case "relative":
    case "rooted":
    case "file":
      return `${read.kind} ${read.path}`;
    case "web":
      return `web ${read.url}`;
    case "other":
      return `other ${target}`;
  }
}

const citationKey = (target: string, quote: string): string => `${destination(target)}\n${quoteKey(quote).key}`;

const known = new WeakMap<Note, NoteLabels>();

function labelsOf(note: Note): NoteLabels {
  const cached = known.get(note);
  if (cached) return cached;
  const byCitation = new Map<string, Definition>();
  const taken = new Set(note.undefinedLabels.map(({ label }) => normalizeLabel(label)));
  for (const definition of note.definitions) {
    const key = citationKey(definition.target, definition.title ?? "");
    // a label defined twice means its first definition
    if (!taken.has(definition.label) && !byCitation.has(key)) byCitation.set(key, definition);
    taken.add(definition.label);
  }
  const labels = { taken, byCitation };
  known.set(note, labels);
  return labels;
}

/** The label for a citation in a note: that of the same file and quote if it is defined, else a new one, none of `alsoTaken`. */
export function labelIn(
  note: Note,
  target: string,
  quote: string,
  alsoTaken: ReadonlySet<string> = new Set(),
): { readonly label: string; readonly isNew: boolean } {
  const { taken, byCitation } = labelsOf(note);
  const same = byCitation.get(citationKey(target, quote));
  if (same) return { label: note.text.slice(same.labelRange.start, same.labelRange.end), isNew: false };
  // a word in brackets somewhere in the note would become a link
  const isTaken = (label: string) =>
    taken.has(normalizeLabel(label)) ||
    alsoTaken.has(label) ||
    note.text.includes(`[${label}]`) ||
    note.text.includes(`[${label.toUpperCase()}]`);
  const label = makeLabel(destination(target), quote, (candidate) => (isTaken(candidate) ? "other" : undefined));
  return { label, isNew: true };
}
