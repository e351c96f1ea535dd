// The desk of a command: a library read for one run, without an editor.
import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { regionOf } from "../../../corpus/src/articles/regionOf.ts";
import type { Desk } from "../../../corpus/src/features/desk.ts";
import { Draft } from "../../../corpus/src/features/draft.ts";
import { messagesFor } from "../../../corpus/src/features/messages.ts";
import { noteDay } from "../../../corpus/src/note/readDay.ts";
import { parseNote } from "../../../corpus/src/note/parseNote.ts";
import { markdownPassages } from "../../../corpus/src/text/markdownPassages.ts";
import { decodeText } from "../host/decode.ts";
import { isInside, realPath, slashed, uriOfPath } from "../host/paths.ts";
import { mayRead, rootOf } from "../host/roots.ts";
import type { OpenedLibrary } from "./openLibrary.ts";

export function deskOf({ library, settings, folder }: OpenedLibrary): Desk {
  return {
    index: library.index,
    tables: library.tables,
    settings,
    uriOf: uriOfPath,
    fileText(path) {
      const known = library.index.file(path);
      if (known) return known.text;
      return mayRead(library.roots, path) && statSync(path, { throwIfNoEntry: false })?.isFile() ? decodeText(readFileSync(path)).text : undefined;
    },
    isInside(path) {
      const real = realPath(path) ?? path;
      return rootOf(library.roots, real) !== undefined || isInside(real, folder);
    },
    isCorpusPath: (path) => library.holds(path),
    workspaceFolderOf: (path) => (isInside(path, folder) ? folder : undefined),
    messages: messagesFor(process.env["LC_ALL"] ?? process.env["LC_MESSAGES"] ?? process.env["LANG"]),
    snippets: false,
  };
}

/** A note's text as a draft at `path` (relative to the working folder). */
export function draftOf(desk: Desk, path: string, text: string): Draft {
  const note = parseNote(text);
  const absolute = slashed(resolve(path));
  const today = new Date().toISOString().slice(0, 10);
  const { wording } = regionOf(text);
  return new Draft({ path: absolute, text, region: wording, date: noteDay(note, absolute) ?? today, passages: markdownPassages(text, note.tree), note, articles: [] }, desk.tables);
}
