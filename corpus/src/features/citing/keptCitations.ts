// What was found out about the citations of notes, kept by their words: an edit that only moves a citation asks nothing anew.
// All of it goes when the corpus changes.
import type { Citation } from "../../note/citation.ts";
import { ownCopy } from "../../text/ownCopy.ts";
import type { Store } from "../../index/store.ts";
import type { Desk } from "../desk.ts";

interface Kept<Answer> {
  readonly version: number;
  /** By the note's path and workspace folder, then by what the citation says. */
  readonly byNote: Map<string, Map<string, Answer>>;
}

/** So many citations of a note are kept, old wordings among them. */
const MOST = 10_000;

const said = new WeakMap<Citation, string>();

/** All that a resolution depends on; nothing of where the citation stands. Parts are told by their lengths. */
function wordsOf(citation: Citation): string {
  const known = said.get(citation);
  if (known !== undefined) return known;
  const { form, text, target, title, key = "", quote = "", quoteEnd = "" } = citation;
  const words = ownCopy(`${form} ${title === undefined ? "untitled" : "titled"} ${text.length} ${target.length} ${key.length} ${quote.length} ${text}${target}${key}${quote}${quoteEnd}`);
  said.set(citation, words);
  return words;
}

export type Finder<Answer> = (desk: Desk, notePath: string, citation: Citation) => Answer;

/** A finder that keeps its answers; `find` depends on the corpus, the note's path and the citation's words alone. */
export function keptByWords<Answer extends object>(find: Finder<Answer>): Finder<Answer> {
  const stores = new WeakMap<Store, Kept<Answer>>();
  return (desk, notePath, citation) => {
    const { index } = desk;
    let kept = stores.get(index);
    if (kept?.version !== index.version) stores.set(index, (kept = { version: index.version, byNote: new Map() }));
    const note = `${notePath}\n${desk.workspaceFolderOf(notePath) ?? ""}`;
    let answers = kept.byNote.get(note);
    if (!answers) kept.byNote.set(note, (answers = new Map()));
    const words = wordsOf(citation);
    const known = answers.get(words);
    if (known) return known;
    const answer = find(desk, notePath, citation);
    if (answers.size >= MOST) answers.clear();
    answers.set(words, answer);
    return answer;
  };
}
