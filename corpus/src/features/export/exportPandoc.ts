// A note for pandoc: `570億美元 [@key, {「quote」}]`, with the sources as a `references` block that `pandoc --citeproc` reads
// (https://pandoc.org/MANUAL.html#citations). Keys are file names, with the line where a file holds several articles.
import { lineEndOf } from "../../note/definitionPlace.ts";
import type { Note } from "../../note/note.ts";
import type { Desk } from "../desk.ts";
import type { ExportedCitation } from "./exportedCitation.ts";
import { withoutCitations } from "./withoutCitations.ts";

export function exportPandoc(desk: Desk, note: Note, exported: readonly ExportedCitation[]): string {
  const eol = lineEndOf(note.text);
  const keys = new Map<string, string>();
  const references: string[] = [];
  const keyOf = (one: ExportedCitation): string => {
    const { article, citation } = one;
    const path = one.path ?? citation.path ?? citation.url ?? "source";
    const name = `${path}#${article?.firstLine ?? 0}`;
    const known = keys.get(name);
    if (known !== undefined) return known;
    const file = article === undefined ? undefined : desk.index.file(path);
    const several = file !== undefined && file.articleCount > 1;
    const stem = path.slice(path.lastIndexOf("/") + 1).replace(/\.[^.]{1,5}$/, "");
    const plain = stem.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "") || "source";
    const used = new Set(keys.values());
    let key = several ? `${plain}-L${article?.firstLine ?? 1}` : plain;
    for (let i = 2; used.has(key); i++) key = `${plain}-${i}`;
    keys.set(name, key);
    references.push(...referenceOf(key, one));
    return key;
  };
  const body = withoutCitations(
    note,
    exported.map(({ citation }) => citation),
    (citation, index) => {
      const one = exported[index];
      if (!one || citation.form === "footnote" || citation.form === "pandoc") return undefined;
      const quote = one.quote.replace(/[\r\n]+/g, " ").replace(/[{}[\]]/g, (sign) => FULL_WIDTH[sign] ?? sign).replaceAll("「", "『").replaceAll("」", "』").replace(/[*_`$\\^~@<|"'&]/g, "\\$&");
      return `${citation.text} [@${keyOf(one)}${quote ? `, {「${quote}」}` : ""}]`;
    },
  );
  return references.length ? `${body.trimEnd()}${eol}${eol}---${eol}references:${eol}${references.join(eol)}${eol}...${eol}` : body;
}

const FULL_WIDTH: Readonly<Record<string, string>> = { "{": "｛", "}": "｝", "[": "［", "]": "］" };

/** An entry of CSL data in YAML; JSON's strings are YAML's. */
function referenceOf(key: string, { article, path, citation }: ExportedCitation): string[] {
  const entry: readonly (readonly [string, string | undefined])[] = [
    ["type", "article-newspaper"],
    ["title", article?.title ?? (path ?? citation.path ?? key).split("/").at(-1)],
    ["container-title", article?.publisher],
    ["issued", article?.date?.day],
    ["URL", article?.url],
  ];
  return [`- id: ${JSON.stringify(key)}`, ...entry.flatMap(([name, value]) => (value ? [`  ${name}: ${JSON.stringify(value)}`] : []))];
}
