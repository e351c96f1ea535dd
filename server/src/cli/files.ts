// The files that a command's arguments name: files as they are, folders with all their .md and .txt files.
import { statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { SourceFile } from "../../../corpus/src/articles/article.ts";
import { readSourceFile } from "../host/readSourceFile.ts";
import { slashed } from "../host/paths.ts";
import { DEFAULT_SETTINGS } from "../host/settings.ts";
import { pathFilter, walk } from "../host/walk.ts";
import { UsageError } from "./usage.ts";

/** Reads the named files in order; paths stay as they were given. What cannot be read goes to standard error. */
export function* namedFiles(paths: readonly string[]): Generator<SourceFile> {
  if (!paths.length) throw new UsageError("no file named; see --help");
  for (const path of paths) {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) throw new UsageError(`${path} is not there`);
    if (!stats.isDirectory()) {
      yield* readNamed(path);
      continue;
    }
    const root = slashed(resolve(path));
    const wanted = pathFilter(DEFAULT_SETTINGS.corpusInclude, DEFAULT_SETTINGS.corpusExclude);
    for (const file of walk({ path: root, real: root }, wanted, (at, error) => complain(at, String(error)))) yield* readNamed(slashed(join(path, relative(root, file.path))));
  }
}

export const complain = (path: string, message: string): void => void process.stderr.write(`tickmark: ${path}: ${message}\n`);

function* readNamed(path: string): Generator<SourceFile> {
  const { source, problems } = readSourceFile(path);
  for (const { message } of problems) complain(path, message);
  if (source) yield source;
}
