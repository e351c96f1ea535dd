// What every feature works with: the index, its tables, the settings that change answers, and how paths become links.
// Everything that touches the machine comes in from the host.
import type { Store } from "../index/store.ts";
import type { Messages } from "./messages.ts";
import type { ReadingTables } from "../index/readChunks.ts";

export interface FeatureSettings {
  readonly citationStyle: "reference" | "inline";
  readonly citationInsert: "withCitation" | "plain";
  /** As the source writes it, or rounded to the note's decimals. */
  readonly figureForm: "source" | "note";
  readonly entityForm: "sentence" | "source";
  readonly hoverOtherSources: number;
}

export interface Desk {
  readonly index: Store;
  readonly tables: ReadingTables;
  readonly settings: FeatureSettings;
  /** The link target (a URI) of a file of the corpus, without fragment. */
  readonly uriOf: (path: string) => string;
  /** The text of a file a citation may point to; undefined outside the roots or where nothing is there. */
  readonly fileText: (path: string) => string | undefined;
  /** Whether a path lies, by its real path, inside a workspace or corpus folder. */
  readonly isInside: (path: string) => boolean;
  /** Whether a path lies in a corpus folder and would be read there, whether the file exists or not. */
  readonly isCorpusPath: (path: string) => boolean;
  /** The workspace folder that holds a note, for targets that begin with `/`. */
  readonly workspaceFolderOf: (path: string) => string | undefined;
  /** The words of cards and actions. */
  readonly messages: Messages;
  /** Snippet edits are understood. */
  readonly snippets: boolean;
}

/** A place in a file: 0-based line, UTF-16 columns, end exclusive. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}
