// The folded text of a passage, made once for all who read it: figures, names and statements each go over the whole article
// before the next one does.
import { fold } from "./fold.ts";
import type { Passage } from "./passage.ts";

const known = new WeakMap<Passage, string>();

/** The passage's text folded, unit by unit alike; kept as long as the passage. */
export function foldedPassage(passage: Passage): string {
  let folded = known.get(passage);
  if (folded === undefined) known.set(passage, (folded = fold(passage.text)));
  return folded;
}
