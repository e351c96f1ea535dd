// A library for one run of a command: its folders from --corpus, else from the nearest .vscode/settings.json, else ./corpus.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parse } from "jsonc-parser";
import { Library } from "../host/library.ts";
import { slashed } from "../host/paths.ts";
import { readSettings, type Settings } from "../host/settings.ts";
import { distFolder, loadTables } from "../host/tables.ts";
import { progressBar } from "./progressBar.ts";
import { UsageError } from "./usage.ts";

export interface OpenedLibrary {
  readonly library: Library;
  readonly settings: Settings;
  readonly folder: string;
}

/** The nearest folder upward from `start` with a .vscode/settings.json, and its settings; `start` itself where none is. */
function nearestSettings(start: string): { readonly folder: string; readonly section: unknown } {
  for (let folder = start; ; folder = dirname(folder)) {
    const file = join(folder, ".vscode/settings.json");
    if (existsSync(file)) {
      const all: unknown = parse(readFileSync(file, "utf8"));
      const section = Object.fromEntries(
        Object.entries(typeof all === "object" && all !== null ? all : {}).flatMap(([key, value]) => (key.startsWith("tickmark.") ? [[key.slice(9), value]] : [])),
      );
      return { folder, section };
    }
    if (dirname(folder) === folder) return { folder: start, section: {} };
  }
}

/** Reads the corpus for a command. Throws a UsageError where a named folder is missing. */
export async function openLibrary(corpus: readonly string[], start = process.cwd()): Promise<OpenedLibrary> {
  const { folder, section } = nearestSettings(resolve(start));
  const given = readSettings(section, (message) => process.stderr.write(`tickmark: ${message}\n`));
  const settings = corpus.length ? { ...given, corpusFolders: corpus.map((path) => resolve(path)) } : given;
  const dist = distFolder();
  const library = new Library(loadTables(dist), { dist, say: (line) => process.stderr.write(`tickmark: ${line}\n`) });
  library.configure([slashed(folder)], settings);
  if (library.missing.length) throw new UsageError(`no corpus folder at ${library.missing.join(", ")}: name one with --corpus DIR or in tickmark.corpus.folders`);
  const bar = progressBar("reading");
  await library.load({ progress: ({ done, total }) => bar.show(done, total) });
  bar.clear();
  return { library, settings, folder: slashed(folder) };
}
