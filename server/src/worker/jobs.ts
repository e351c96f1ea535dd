// What the main thread and a worker say to each other.
import type { Decision } from "../../../corpus/src/entities/decisions.ts";
import type { FoundFile } from "../host/walk.ts";
import type { FileProblems } from "../store/manifest.ts";
import type { Stamp } from "../store/pagedFile.ts";

/** Given to a worker at its start. */
export interface WorkerData {
  /** Folder of the bundle, where the tables lie. */
  readonly dist: string;
  /** What reading takes; absent for a worker that only merges. */
  readonly reading?: { readonly decisions: readonly Decision[]; readonly withLexicon: boolean };
  readonly shared: Int32Array;
}

/** Places in the shared numbers: the worker writes where it is, the main thread what it should do. Nothing is lost if it dies. */
export const AT_FILE = 0; // index in the batch of the file that is being read; the batch's length while the segment is written
export const ARTICLES = 1; // read so far in this batch
export const WISH = 2; // GO_ON or STOP
export const BEAT = 3; // one more with each file that is begun, and when the segment is
export const SHARED = 4;

export const GO_ON = 0;
/** End the batch behind the file that is being read, and write what there is. */
export const STOP = 1;

/** Read these files into a segment. */
export interface ReadJob {
  readonly kind: "read";
  readonly files: readonly FoundFile[];
  /** Path of the segment; without it the segment comes back as bytes. */
  readonly into?: string;
}

export interface MergeSource {
  readonly path: string;
  readonly stamp: Stamp;
  /** Numbers of its files that are left out. */
  readonly dead: readonly number[];
}

/** Make one segment of several, from the oldest to the newest. */
export interface MergeJob {
  readonly kind: "merge";
  readonly from: readonly MergeSource[];
  readonly into: string;
}

export type Job = ReadJob | MergeJob;

/** A segment as it was made: on the disk, or in memory where the disk would not take it. */
export type MadeSegment = { readonly path: string; readonly stamp: Stamp } | { readonly bytes: Uint8Array };

/** Why a segment is in memory though a path was given; an IndexUnwritable as plain data. */
export interface Refusal {
  readonly path: string;
  readonly code: string;
  readonly detail: string;
}

/** Files of the batch up to `read` were read; each is in the segment, or among the problems, or both. */
export interface ReadAnswer {
  readonly kind: "read";
  readonly read: number;
  /** None where no file could be read. */
  readonly segment?: MadeSegment;
  /** How many files and articles the segment holds. */
  readonly files: number;
  readonly articles: number;
  readonly problems: readonly FileProblems[];
  readonly refused?: Refusal;
}

export const readingFailed = (why: string): string => `reading it failed (${why}): exclude it and report it`;

export type Answer =
  | { readonly kind: "ready" }
  | ReadAnswer
  | { readonly kind: "merged"; readonly stamp: Stamp; readonly files: number }
  | { readonly kind: "refused"; readonly refused: Refusal }
  /** A source of a merge is not what was written. */
  | { readonly kind: "damaged"; readonly message: string }
  /** Something failed that must not. */
  | { readonly kind: "failed"; readonly message: string };
