// `tickmark find`: figures that fit a few words, best first, with the sentence they stand in.
import { parseArgs } from "node:util";
import { askAt } from "../../../corpus/src/features/askAt.ts";
import { withoutCopies } from "../../../corpus/src/features/citing/citeFigure.ts";
import { provenance } from "../../../corpus/src/features/excerpt.ts";
import { lineStart, offsetsOf } from "../../../corpus/src/index/indexedChunk.ts";
import { rankFigures } from "../../../corpus/src/ranking/rankFigures.ts";
import { readLimit } from "./cite.ts";
import { deskOf, draftOf } from "./desk.ts";
import { openLibrary } from "./openLibrary.ts";
import { UsageError } from "./usage.ts";

const bold = (text: string): string => (process.stdout.isTTY && !process.env["NO_COLOR"] ? `\u001b[1m${text}\u001b[0m` : text);

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { corpus: { type: "string", multiple: true }, limit: { type: "string" } },
  });
  const text = positionals.join(" ").trim();
  if (!text) throw new UsageError("find needs a few words: tickmark find 輝達 第三季 營收");
  const limit = readLimit(values.limit, 10);
  const desk = deskOf(await openLibrary(values.corpus ?? []));
  const draft = draftOf(desk, "query.md", text);
  const [passage] = draft.passages;
  if (!passage) throw new UsageError("the query has no text");
  const end = passage.text.length;
  const ranked = withoutCopies(desk.index, rankFigures(desk.index, askAt(draft, draft.read(passage), end, end, desk.tables), limit * 2)).slice(0, limit);
  for (const { figure } of ranked) {
    const { chunk, line, start, end: stop } = figure;
    const [from, to] = offsetsOf(chunk, figure.sentence);
    const at = lineStart(chunk, line);
    const before = chunk.text.slice(Math.max(from, at + start - 50), at + start);
    const behind = chunk.text.slice(at + stop, Math.min(to, at + stop + 30));
    process.stdout.write(`${chunk.path}:${line + 1}:${start + 1}  ${provenance(figure.article, chunk)}\n  ${before}${bold(figure.surface)}${behind}\n`);
  }
  if (!ranked.length) process.stdout.write("nothing in the corpus fits these words\n");
  return ranked.length ? 0 : 1;
}
