// `tickmark export`: a note without its citations, with footnotes, for pandoc, as a page, or its figures as a table.
import { readFileSync, statSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { parseArgs } from "node:util";
import { EXPORT_FORMATS, exportNote, type ExportFormat } from "../../../corpus/src/features/export/exportNote.ts";
import { decodeText } from "../host/decode.ts";
import { slashed } from "../host/paths.ts";
import { deskOf, draftOf } from "./desk.ts";
import { openLibrary } from "./openLibrary.ts";
import { UsageError } from "./usage.ts";

const isFormat = (name: string): name is ExportFormat => EXPORT_FORMATS.some((one) => one === name);

export async function run(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { to: { type: "string" }, corpus: { type: "string", multiple: true } },
  });
  const [path, ...more] = positionals;
  if (path === undefined || more.length) throw new UsageError("export needs one note: tickmark export notes/weekly.md --to footnotes");
  const format = values.to ?? "";
  if (!isFormat(format)) throw new UsageError(`--to takes ${EXPORT_FORMATS.join(", ")}${values.to === undefined ? "" : `, not '${values.to}'`}`);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new UsageError(`${path} is not there, or no file`);
  const { text, binary } = decodeText(readFileSync(path));
  if (binary) throw new UsageError(`${path} holds binary data, not a note`);
  const desk = deskOf(await openLibrary(values.corpus ?? [], dirname(resolve(path))));
  const exported = exportNote(desk, draftOf(desk, path, text), format, (source) => slashed(relative(dirname(resolve(path)), source)));
  process.stdout.write(exported ?? "");
  return 0;
}
