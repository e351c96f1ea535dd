// `.tickmark/entities.tsv` of the workspace folders: what analysts decided about names. Read whole, written by appending one
// row at its end and never otherwise. A `.tickmark` that leads out of its folder is neither read nor written.
import { appendFileSync, lstatSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { DECISION_COLUMNS, readDecisions, writeDecision, type Decision, type Decisions } from "../../../corpus/src/entities/decisions.ts";
import { isInside, realPath, slashed } from "./paths.ts";

export const DECISIONS = ".tickmark/entities.tsv";

/** A file longer than this is no list of decisions. */
const LARGEST = 8 * 1024 * 1024;

/** The decisions of all folders, each folder's in order of date, and what is wrong with rows. */
export function readDecisionFiles(folders: readonly string[], warn: (message: string) => void): readonly Decision[] {
  return folders.flatMap((folder) => {
    const path = `${folder}/${DECISIONS}`;
    const real = realPath(path);
    if (real === undefined) return [];
    if (!isInside(real, realPath(folder) ?? folder)) {
      warn(`${path} leads out of its folder and is not read`);
      return [];
    }
    try {
      if (!statSync(path).isFile() || statSync(path).size > LARGEST) return [];
      const { decisions, problems }: Decisions = readDecisions(readFileSync(path, "utf8").replace(/^\ufeff/, ""));
      for (const { line, message } of problems) warn(`${path}:${line}: ${message}`);
      return decisions;
    } catch (error) {
      warn(`${path} cannot be read (${error instanceof Error ? error.message : String(error)})`);
      return [];
    }
  });
}

/** Appends a row; the file and its folder are made where they are missing. Throws where it cannot. */
export function appendDecision(folder: string, decision: Decision): string {
  const path = `${folder}/${DECISIONS}`;
  const home = `${folder}/.tickmark`;
  mkdirSync(home, { recursive: true });
  const inside = realPath(folder) ?? folder;
  const place = lstatSync(path, { throwIfNoEntry: false });
  if (!isInside(slashed(realpathSync(home)), inside) || (place && (!place.isFile() || place.nlink > 1)))
    throw new Error(`${path} leads out of its folder; nothing was written`);
  const row = `${writeDecision(decision)}\n`;
  if (!place) {
    writeFileSync(path, `${DECISION_COLUMNS}\n${row}`, { flag: "wx" });
    return path;
  }
  const before = readFileSync(path);
  const open = before.length > 0 && before[before.length - 1] !== 0x0a;
  appendFileSync(path, `${open ? "\n" : ""}${row}`);
  return path;
}
