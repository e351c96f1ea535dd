// `tickmark cite`: the source of a sentence's last figure, or of the figure that would come next, as a citation to paste.
import { parseArgs } from "node:util";
import { rankFigures, type RankedFigure } from "../../../corpus/src/ranking/rankFigures.ts";
import { askAt } from "../../../corpus/src/features/askAt.ts";
import { citeSource, spanOfFigure, withoutCopies } from "../../../corpus/src/features/citing/citeFigure.ts";
import { findSources } from "../../../corpus/src/features/citing/findSources.ts";
import { describeFigure } from "../../../corpus/src/features/describeFigure.ts";
import { provenance } from "../../../corpus/src/features/excerpt.ts";
import { makeLabel } from "../../../corpus/src/note/makeLabel.ts";
import { writeTitle } from "../../../corpus/src/note/title.ts";
import { deskOf, draftOf } from "./desk.ts";
import { openLibrary } from "./openLibrary.ts";
import { UsageError } from "./usage.ts";

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { corpus: { type: "string", multiple: true }, note: { type: "string" }, why: { type: "boolean" }, limit: { type: "string" } },
  });
  const text = positionals.join(" ").trim();
  if (!text) throw new UsageError('cite needs a sentence: tickmark cite "輝達第三季營收達570億美元"');
  const limit = readLimit(values.limit, values.why ? 8 : 3);
  const opened = await openLibrary(values.corpus ?? []);
  const desk = deskOf(opened);
  const draft = draftOf(desk, values.note ?? "note.md", text);
  const last = draft.passages.at(-1);
  const read = last && draft.read(last);
  if (!read) throw new UsageError("the sentence has no text");
  // a figure at the very end is the one asked about; otherwise the one that would follow
  const figure = read.figures.findLast(({ end }) => /^[\s。.！!？?）)」』]*$/.test(read.passage.text.slice(end)));
  const end = read.passage.text.length;
  const ranked = figure ? findSources(desk, draft, read, figure).agreeing : withoutCopies(desk.index, rankFigures(desk.index, askAt(draft, read, end, end, desk.tables), limit * 2));
  if (!ranked.length) {
    process.stdout.write("no source in the corpus\n");
    return 1;
  }
  for (const one of ranked.slice(0, limit)) print(one);
  return 0;

  function print({ figure: source, score, parts, coverage }: RankedFigure): void {
    const cited = citeSource(spanOfFigure(source), draft.path);
    const label = makeLabel(cited.target.replace(/#.*/, ""), cited.quote, () => undefined);
    process.stdout.write(`${source.surface}  ${provenance(source.article, source.chunk)}\n`);
    const told = describeFigure(desk, source, draft.region);
    if (told) process.stdout.write(`  ${told}\n`);
    process.stdout.write(`  [${source.surface}][${label}]\n  [${label}]: ${cited.target} "${writeTitle(cited.quote)}"\n`);
    if (!values.why) return;
    const shares = Object.entries(parts).map(([part, share]) => `${part} ${share.toFixed(2)}`);
    process.stdout.write(`  score ${score.toFixed(2)} = ${shares.join(" + ").replaceAll("+ -", "− ")}  (wording covered: ${Math.round(coverage * 100)} %)\n`);
  }
}

export function readLimit(given: string | undefined, standard: number): number {
  if (given === undefined) return standard;
  const limit = Number(given);
  if (!Number.isInteger(limit) || limit < 1) throw new UsageError(`--limit takes a whole number from 1, not '${given}'`);
  return limit;
}
