// A note in another form: without its citations, with footnotes, for pandoc, as a page, or its figures as a table.
import type { Desk } from "../desk.ts";
import type { Draft } from "../draft.ts";
import { exportCsv } from "./exportCsv.ts";
import { exportedCitations } from "./exportedCitation.ts";
import { exportFootnotes } from "./exportFootnotes.ts";
import { exportHtml } from "./exportHtml.ts";
import { exportPandoc } from "./exportPandoc.ts";
import { withoutCitations } from "./withoutCitations.ts";

export const EXPORT_FORMATS = ["plain", "footnotes", "pandoc", "html", "csv"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const LANGUAGE = { TW: "zh-Hant-TW", HK: "zh-Hant-HK", CN: "zh-Hans", INTL: "en" } as const;

/** The note in a form; `pathOf` writes paths of sources for a reader. undefined where the draft is no note. */
export function exportNote(desk: Desk, draft: Draft, format: ExportFormat, pathOf: (path: string) => string = (path) => path): string | undefined {
  const { note } = draft;
  if (!note) return undefined;
  const exported = exportedCitations(desk, draft);
  switch (format) {
    case "plain":
      return withoutCitations(note, exported.map(({ citation }) => citation), ({ text }) => text);
    case "footnotes":
      return exportFootnotes(note, exported);
    case "pandoc":
      return exportPandoc(desk, note, exported);
    case "html":
      return exportHtml(note, exported, note.frontMatter?.title ?? note.headings[0]?.text ?? draft.path.slice(draft.path.lastIndexOf("/") + 1), LANGUAGE[draft.region]);
    case "csv":
      return exportCsv(desk, draft, exported, pathOf);
  }
}
