// The manifest of an index folder: which segments make up the index, what of them is dead, and what must be known again after
// a restart. The only file that is ever replaced. A first line with format, length and checksum, then JSON.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createHash } from "node:crypto";
import type { ReadProblem } from "../../../corpus/src/articles/article.ts";
import { DECISION_COLUMNS, readDecisions, writeDecision, type Decision } from "../../../corpus/src/entities/decisions.ts";
import { crc32 } from "./crc32.ts";
import { isSegmentName, MANIFEST } from "./names.ts";
import type { Stamp } from "./pagedFile.ts";
import { replaceFile } from "./replaceFile.ts";
import { codeOf } from "./unwritable.ts";

/** Another number for every change of the manifest or of how segments are used. */
export const MANIFEST_FORMAT = 1;

export interface ManifestSegment {
  /** Name of its file in the index folder. */
  readonly name: string;
  readonly stamp: Stamp;
  /** How many files of the corpus it holds, dead ones included. */
  readonly files: number;
  /** Numbers of its files that were replaced or removed since, ascending. */
  readonly dead: readonly number[];
  /** Its files whose time changed and whose content did not: number and new time, milliseconds since 1970. */
  readonly restamped: readonly (readonly [file: number, modified: number])[];
}

/** A file of the corpus with something to say about it. What it was then need not be read again: only where size or time differ. */
export interface FileProblems {
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
  readonly problems: readonly ReadProblem[];
}

export interface Manifest {
  /** What the index was built from and by: see `indexKey`. */
  readonly key: string;
  /** Greater by one at each change. */
  readonly generation: number;
  /** From the oldest to the newest. */
  readonly segments: readonly ManifestSegment[];
  /** The analysts' decisions with which the segments were read. */
  readonly decisions: readonly Decision[];
  /** Whether the first index was finished; else a start goes on with it. */
  readonly complete: boolean;
  readonly problems: readonly FileProblems[];
}

export type ManifestReading =
  | { readonly state: "good"; readonly manifest: Manifest }
  /** No index here yet; `message` where there are segments all the same. */
  | { readonly state: "none"; readonly message?: string }
  | { readonly state: "damaged"; readonly message: string }
  /** Of an older or newer Tickmark, or of other tables or folders. */
  | { readonly state: "other format"; readonly message: string };

/** By this two lists of decisions are told apart. */
export const decisionsHash = (decisions: readonly Decision[]): string => createHash("sha256").update(decisions.map(writeDecision).join("\n")).digest("hex").slice(0, 16);

/** Writes the manifest in place of the one before; a crash leaves the one or the other. Throws IndexUnwritable. */
export const writeManifest = (folder: string, manifest: Manifest): Promise<void> => replaceFile(join(folder, MANIFEST), encodeManifest(manifest));

export function encodeManifest({ key, generation, segments, decisions, complete, problems }: Manifest): Buffer {
  const body = Buffer.from(
    JSON.stringify({
      key,
      generation,
      complete,
      segments: segments.map(({ name, stamp, files, dead, restamped }) => [name, stamp.length, stamp.checksum, files, writeRanges(dead), ...restamped.flat()]),
      decisions: decisions.map(writeDecision),
      problems: groupProblems(problems),
    }),
  );
  return Buffer.concat([Buffer.from(`tickmark-index ${MANIFEST_FORMAT} ${body.length} ${crc32(body).toString(16).padStart(8, "0")}\n`), body]);
}

/** Reads the manifest of a folder; `key` is what the index must have been built from. Never throws. */
export function readManifest(folder: string, key: string): ManifestReading {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(folder, MANIFEST));
  } catch (error) {
    if (codeOf(error) !== "ENOENT") return { state: "damaged", message: anew(`its manifest cannot be read (${error instanceof Error ? error.message : String(error)})`, folder) };
    return holdsSegments(folder) ? { state: "none", message: anew("its manifest is missing", folder) } : { state: "none" };
  }
  const reading = decodeManifest(bytes);
  if (typeof reading === "string") return { state: "damaged", message: anew(reading, folder) };
  if ("format" in reading) return { state: "other format", message: anew(`it has format ${reading.format} and this is format ${MANIFEST_FORMAT}`, folder) };
  if (reading.key !== key) return { state: "other format", message: anew("it was made from other tables or folders", folder) };
  return { state: "good", manifest: reading };
}

const anew = (why: string, folder: string): string => `the index in ${folder} is built anew: ${why}`;

/** Bytes to a manifest; what is wrong with them as words, or the format that they have instead. */
export function decodeManifest(bytes: Buffer): Manifest | { readonly format: number } | string {
  const end = bytes.indexOf(10);
  const head = /^tickmark-index ([0-9]{1,9}) ([0-9]{1,12}) ([0-9a-f]{8})$/.exec(bytes.toString("latin1", 0, Math.max(0, Math.min(end, 80))));
  if (!head) return "its manifest is none";
  if (Number(head[1]) !== MANIFEST_FORMAT) return { format: Number(head[1]) };
  const body = bytes.subarray(end + 1);
  if (body.length !== Number(head[2])) return "its manifest is cut off";
  if (crc32(body) !== parseInt(head[3] ?? "", 16)) return "its manifest is not what was written";
  try {
    return readBody(JSON.parse(body.toString("utf8"))) ?? "its manifest makes no sense";
  } catch {
    return "its manifest makes no sense";
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;
const isCount = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

function readBody(body: unknown): Manifest | undefined {
  if (!isRecord(body)) return undefined;
  const { key, generation, complete, segments, decisions, problems } = body;
  if (typeof key !== "string" || !isCount(generation) || typeof complete !== "boolean" || !Array.isArray(segments) || !Array.isArray(decisions) || !Array.isArray(problems)) return undefined;
  const read = segments.map(readSegment);
  // one by one: reading a file of them would sort those of several folders
  const rows = decisions.flatMap((row) => readDecisions(`${DECISION_COLUMNS}\n${String(row)}`).decisions);
  const told = ungroupProblems(problems);
  if (!read.every((one) => one !== undefined) || rows.length !== decisions.length || told === undefined) return undefined;
  return { key, generation, complete, segments: read, decisions: rows, problems: told };
}

function readSegment(row: unknown): ManifestSegment | undefined {
  if (!Array.isArray(row)) return undefined;
  const [name, length, checksum, files, ranges, ...times] = row as readonly unknown[];
  if (typeof name !== "string" || !isSegmentName(name) || !isCount(length) || !isCount(checksum) || !isCount(files) || typeof ranges !== "string") return undefined;
  const dead = readRanges(ranges, files);
  const restamped: (readonly [number, number])[] = [];
  for (let i = 0; i < times.length; i += 2) {
    const [file, modified] = [times[i], times[i + 1]];
    if (!isCount(file) || file >= files || typeof modified !== "number") return undefined;
    restamped.push([file, modified]);
  }
  return dead && { name, stamp: { length, checksum }, files, dead, restamped };
}

/** Ascending numbers as `3-7,9`. */
export function writeRanges(numbers: readonly number[]): string {
  const parts: string[] = [];
  for (let i = 0; i < numbers.length; ) {
    const first = numbers[i] ?? 0;
    let last = first;
    while (++i < numbers.length && numbers[i] === last + 1) last++;
    parts.push(last > first ? `${first}-${last}` : `${first}`);
  }
  return parts.join(",");
}

/** The numbers again; undefined where they are not ascending or not below `limit`. */
export function readRanges(text: string, limit: number): readonly number[] | undefined {
  const numbers: number[] = [];
  let next = 0;
  for (const part of text ? text.split(",") : []) {
    const [, from, to] = /^([0-9]{1,10})(?:-([0-9]{1,10}))?$/.exec(part) ?? [];
    const first = Number(from);
    const end = Number(to ?? from);
    if (!isCount(first) || !isCount(end) || first < next || end < first || end >= limit) return undefined;
    for (next = first; next <= end; next++) numbers.push(next);
  }
  return numbers;
}

/** Thousands of files may have the same to say (read as big5): each saying once, with its files. */
function groupProblems(all: readonly FileProblems[]): readonly unknown[] {
  const groups = new Map<string, { readonly problems: readonly ReadProblem[]; readonly files: (string | number)[] }>();
  for (const { path, size, modified, problems } of all) {
    const key = JSON.stringify(problems);
    const group = groups.get(key) ?? { problems, files: [] };
    groups.set(key, group);
    group.files.push(path, size, modified);
  }
  return [...groups.values()].map(({ problems, files }) => [problems, ...files]);
}

const CODES: readonly ReadProblem["code"][] = ["empty", "binary", "front-matter", "no-text", "too-large", "unreadable", "encoding"];
const isProblem = (value: unknown): value is ReadProblem =>
  isRecord(value) && CODES.some((code) => code === value["code"]) && typeof value["message"] === "string" && (value["line"] === undefined || isCount(value["line"]));

function ungroupProblems(groups: readonly unknown[]): readonly FileProblems[] | undefined {
  const all: FileProblems[] = [];
  for (const group of groups) {
    if (!Array.isArray(group)) return undefined;
    const [problems, ...files] = group as readonly unknown[];
    if (!Array.isArray(problems) || !problems.every(isProblem) || files.length % 3) return undefined;
    for (let i = 0; i < files.length; i += 3) {
      const [path, size, modified] = files.slice(i, i + 3);
      if (typeof path !== "string" || !isCount(size) || typeof modified !== "number") return undefined;
      all.push({ path, size, modified, problems });
    }
  }
  return all;
}

function holdsSegments(folder: string): boolean {
  try {
    return readdirSync(folder).some(isSegmentName);
  } catch {
    return false;
  }
}
