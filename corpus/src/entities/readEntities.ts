// The names of an article: known ones first, then what the article itself introduces (discovery), each with the evidence
// of the whole article. Relies on findMentions for single texts and on discovery/ for unknown names.
import type { Region } from "../articles/article.ts";
import { foldedPassage } from "../text/foldedPassage.ts";
import type { Passage } from "../text/passage.ts";
import { discover, type LearnedEntity } from "./discovery/discover.ts";
import type { Mention } from "./entity.ts";
import { countLinks, type Evidence } from "./evidence.ts";
import { countPlain, judgeNames, type Scan, scanText } from "./findMentions.ts";
import type { Lexicon } from "./lexicon.ts";
import { pairSet } from "./pairSet.ts";

export type { LearnedEntity } from "./discovery/discover.ts";

/** The mentions of an article, a list per passage, and the entities that the lexicon did not know. */
export interface EntityReading {
  /** By start, none overlapping; UTF-16 offsets in the passage's text; `entity` is an index into `lexicon.entities`. */
  readonly mentions: readonly (readonly Mention[])[];
  readonly learned: readonly LearnedEntity[];
}

/** How much of an article is looked through for context words. */
const CONTEXT_UNITS = 30_000;

/**
 * Reads the names of one article (or note). Learned entities are put into the lexicon's table, so that every index is
 * valid, but their names are not matched elsewhere until `lexicon.add` is called. `region`: the
 * article's, which speaks for the offices and places of that region.
 */
export function readEntities(passages: readonly Passage[], lexicon: Lexicon, region: Region = "INTL"): EntityReading {
  const scans = passages.map((passage) => scanText(passage.text, lexicon, foldedPassage(passage)));
  const judged = judgeArticle(scans, lexicon, region);
  return discover(scans, judged, lexicon);
}

/** Judges all passages twice: what is unmistakable anywhere speaks for what is ambiguous everywhere. */
function judgeArticle(scans: readonly Scan[], lexicon: Lexicon, region: Region): readonly (readonly Mention[])[] {
  const folded = foldedStart(scans);
  const articleContext = new Map<number, number>();
  const pairs = pairSet(folded);
  const nothing: ReadonlyMap<number, number> = new Map();
  const first = scans.map((scan) =>
    judgeNames(scan, lexicon, { established: nothing, folded, pairs, articleContext, region }),
  );
  const established = countPlain(first);
  const evidence: Evidence = { established, linked: countLinks(lexicon, established), folded, pairs, articleContext, region };
  return scans.map((scan, index) => {
    const before = first[index] ?? [];
    return before.length === scan.names.length + scan.tickers.length && before.every(({ plain }) => plain)
      ? before
      : judgeNames(scan, lexicon, evidence);
  });
}

function foldedStart(scans: readonly Scan[]): string {
  let text = "";
  for (const scan of scans) {
    if (text.length > CONTEXT_UNITS) break;
    text += `${scan.folded.slice(0, CONTEXT_UNITS)}\n`;
  }
  return text;
}
