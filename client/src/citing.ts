// Citing from the editor: the citation behind an accepted inline figure, "Copy as Citation" and "Cite in the Last Note" in
// articles, and the list of the notes that a lens counts. The edits come from the server; they are made here, with one undo.
import * as vscode from "vscode";
import { isInCorpus } from "./corpusFolders.ts";
import type { Server } from "./server.ts";

interface WireRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}
export interface WireEdit {
  readonly range: WireRange;
  readonly newText: string;
}
interface EditsOfNote {
  readonly edits: readonly WireEdit[];
  readonly cursor: WireRange["start"];
}
/** Why the server has no citation to give. */
interface Refused {
  readonly refused: "nothing" | "edited" | "unread" | "noLink";
}
interface AddCitation {
  readonly uri: string;
  readonly text: string;
  readonly source: unknown;
}

const positionOf = ({ line, character }: WireRange["start"]): vscode.Position => new vscode.Position(line, character);
export const rangeOf = ({ start, end }: WireRange): vscode.Range =>
  new vscode.Range(positionOf(start), positionOf(end));
const wire = ({ start, end }: vscode.Range): WireRange => ({
  start: { line: start.line, character: start.character },
  end: { line: end.line, character: end.character },
});
/** A document's place as the server's requests take it. */
export const placeOf = (document: vscode.TextDocument, range: vscode.Range): object => ({
  uri: document.uri.toString(),
  range: wire(range),
});

const isNote = (document: vscode.TextDocument): boolean =>
  document.languageId === "markdown" && document.uri.scheme === "file" && !isInCorpus(document.uri);

/** Registers the commands and keeps track of the note worked in last. */
export function registerCiting(server: () => Server | undefined): vscode.Disposable {
  let lastNote: { readonly uri: vscode.Uri; readonly selection: vscode.Selection } | undefined;
  const follow = (editor: vscode.TextEditor | undefined): void => {
    const inArticle = editor !== undefined && isInCorpus(editor.document.uri);
    void vscode.commands.executeCommand("setContext", "tickmark.inArticle", inArticle);
    if (editor && isNote(editor.document)) lastNote = { uri: editor.document.uri, selection: editor.selection };
  };
  follow(vscode.window.activeTextEditor);
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
      if (selection && isNote(textEditor.document)) lastNote = { uri: textEditor.document.uri, selection };
    }),
    vscode.commands.registerCommand("tickmark.addCitation", (added: AddCitation) => addCitation(server(), added)),
    vscode.commands.registerCommand("tickmark.copyAsCitation", () => copyAsCitation(server())),
    vscode.commands.registerCommand("tickmark.citeInLastNote", () => citeInLastNote(server(), lastNote)),
    vscode.commands.registerCommand("tickmark.showCitingNotes", showCitingNotes),
  );
}

/** The figure was inserted as ghost text; its citation joins it in the same undo step. */
async function addCitation(server: Server | undefined, { uri, text, source }: AddCitation): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!server || editor?.document.uri.toString() !== vscode.Uri.parse(uri).toString()) return;
  const end = editor.selection.active;
  const start = end.translate(0, -Math.min(end.character, text.length));
  const range = new vscode.Range(start, end);
  if (editor.document.getText(range) !== text) return;
  const { version } = editor.document;
  const answer = await server.request<EditsOfNote | null>("tickmark/addCitation", {
    ...placeOf(editor.document, range),
    source,
  });
  if (answer && editor.document.version === version) await make(editor, answer, false);
}

async function make(editor: vscode.TextEditor, { edits, cursor }: EditsOfNote, undoStopBefore: boolean): Promise<void> {
  const done = await editor.edit(
    (builder) => {
      for (const { range, newText } of edits) builder.replace(rangeOf(range), newText);
    },
    { undoStopBefore, undoStopAfter: true },
  );
  if (!done) return;
  const at = positionOf(cursor);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

async function copyAsCitation(server: Server | undefined): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!server || !editor) return;
  const place = placeOf(editor.document, editor.selection);
  const copied = await server.request<{ readonly text: string } | Refused | null>("tickmark/copyCitation", place);
  if (!copied || "refused" in copied) {
    tell(whyNot(copied));
    return;
  }
  await vscode.env.clipboard.writeText(copied.text);
  tell(vscode.l10n.t("Citation copied: paste it into a note"));
}

async function citeInLastNote(
  server: Server | undefined,
  note: { readonly uri: vscode.Uri; readonly selection: vscode.Selection } | undefined,
): Promise<void> {
  const article = vscode.window.activeTextEditor;
  if (!server || !article) return;
  if (!note) {
    tell(vscode.l10n.t("Open a note first: the citation goes to its cursor"));
    return;
  }
  const from = placeOf(article.document, article.selection);
  const document = await vscode.workspace.openTextDocument(note.uri);
  const { version } = document;
  const answer = await server.request<EditsOfNote | Refused | null>("tickmark/citeIn", {
    article: from,
    note: placeOf(document, document.validateRange(note.selection)),
  });
  if (!answer || "refused" in answer) {
    tell(whyNot(answer));
    return;
  }
  if (document.version !== version) {
    tell(vscode.l10n.t("The note has changed meanwhile: try again"));
    return;
  }
  const shown = vscode.window.visibleTextEditors.find((one) => one.document === document);
  const editor = await vscode.window.showTextDocument(document, { viewColumn: shown?.viewColumn });
  await make(editor, answer, true);
}

/** The lens hands over what the protocol knows; VS Code's own list wants its own types. */
const showCitingNotes = (
  uri: string,
  position: WireRange["start"],
  locations: readonly { readonly uri: string; readonly range: WireRange }[],
): Thenable<unknown> =>
  vscode.commands.executeCommand(
    "editor.action.showReferences",
    vscode.Uri.parse(uri),
    positionOf(position),
    locations.map((one) => new vscode.Location(vscode.Uri.parse(one.uri), rangeOf(one.range))),
  );

function whyNot(answer: Refused | null | undefined): string {
  switch (answer?.refused) {
    case "edited":
      return vscode.l10n.t("This article has unsaved changes and these words are not as they were read: save it first");
    case "unread":
      return vscode.l10n.t("This file is no article that Tickmark has read");
    case "noLink":
      return vscode.l10n.t("No citation can stand at the note's cursor: put it into text");
    case "nothing":
    case undefined:
      return vscode.l10n.t("Put the cursor on a figure, or select words of one line");
  }
}

const tell = (message: string): void => void vscode.window.setStatusBarMessage(`Tickmark: ${message}`, 5000);
