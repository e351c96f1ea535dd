// textDocument/codeLens: a line of counts over a note, and over each article that notes cite. The command that lists the notes
// is VS Code's client's own; other clients show the words.
import type { CodeLens, CodeLensParams } from "vscode-languageserver/node";
import { articleLenses, countFigures } from "../../../corpus/src/features/lens/codeLens.ts";
import { uriOfPath } from "../host/paths.ts";
import { rangeOf } from "./convert.ts";
import type { Session } from "./session.ts";

const SHOW = "tickmark.showCitingNotes";

export async function codeLens(session: Session, { textDocument }: CodeLensParams): Promise<CodeLens[] | null> {
  const draft = session.draft(textDocument.uri);
  if (!draft) return null;
  const { codeLensNotes, codeLensArticles } = session.settings;
  if (draft.note) {
    const { figures, cited } = codeLensNotes ? countFigures(session.desk, draft) : { figures: 0, cited: 0 };
    const start = { line: 0, character: 0 };
    return figures ? [{ range: { start, end: start }, command: { title: session.desk.messages.figuresCited(figures, cited), command: "" } }] : null;
  }
  if (!codeLensArticles) return null;
  await session.notesLoaded;
  return articleLenses(session.desk, draft, session.notes()).map(({ line, notes, citations }) => {
    const start = { line, character: 0 };
    const locations = citations.map(({ known, citation }) => ({ uri: uriOfPath(known.path), range: rangeOf({ text: known.note.text, lines: known.note.lineStarts }, citation.linkRange) }));
    return { range: { start, end: start }, command: { title: session.desk.messages.citedBy(notes), command: session.knowsCommands ? SHOW : "", arguments: [textDocument.uri, start, locations] } };
  });
}
