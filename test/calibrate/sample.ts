// The plain figures of SAMPLE_NOTES with their sources: which count as sure, and which of those are right.
import { readdirSync, readFileSync } from "node:fs";
import { plainFigures, sourcesOf } from "../../corpus/src/features/citing/plainFigure.ts";
import type { Desk } from "../../corpus/src/features/desk.ts";
import type { RankedFigure } from "../../corpus/src/ranking/rankFigures.ts";
import { makeDesk, makeDraft } from "../corpus/features/desk.ts";
import { SAMPLE_NOTES } from "./sampleNotes.ts";

export interface SampleTrial {
  readonly words: string;
  /** Nothing of the sample says it. */
  readonly absent: boolean;
  readonly found: readonly RankedFigure[];
  readonly right: readonly boolean[];
}

const filesBelow = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesBelow(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]));
/** A desk over a folder of articles. */
export const deskOf = (folder: string): Desk => makeDesk(filesBelow(folder).map((path) => `--- corpus${path.slice(folder.length)}\n${readFileSync(path, "utf8")}`).join(""));

const TRUTH = /\{([^}]*)\}/g;

export function sampleTrials(desk: Desk): SampleTrial[] {
  const truths: { readonly end: number; readonly files: string }[] = [];
  let text = "";
  let from = 0;
  for (const match of SAMPLE_NOTES.matchAll(TRUTH)) {
    text += SAMPLE_NOTES.slice(from, match.index);
    truths.push({ end: text.length, files: match[1] ?? "" });
    from = match.index + match[0].length;
  }
  text += SAMPLE_NOTES.slice(from);
  const { draft } = makeDraft(desk, text, "2025-12-20");
  return plainFigures(desk, draft, 0, text.length).flatMap((plain): SampleTrial[] => {
    const truth = truths.find(({ end }) => end === plain.end);
    if (!truth) return [];
    const found = sourcesOf(desk, draft, plain);
    const files = truth.files === "-" ? [] : truth.files.split("|");
    const start = Math.max(text.lastIndexOf("\n", plain.start), plain.start - 20) + 1;
    return [{ words: text.slice(start, plain.end), absent: truth.files === "-", found, right: found.map(({ figure }) => files.some((file) => figure.chunk.path.includes(file)) || (files.length > 0 && figure.chunk.path.includes("ai-feed"))) }];
  });
}
