// Copy and paste of citations: VS Code's own Markdown paste drops the titles of definitions, so what is copied from a note takes
// its definitions along under a clipboard type of ours, and pasting writes targets, labels and definitions for the new note.
import * as vscode from "vscode";
import { placeOf, rangeOf, type WireEdit } from "./citing.ts";
import { isInCorpus } from "./corpusFolders.ts";
import type { Server } from "./server.ts";

const MIME = "application/vnd.tickmark.citations+json";
const TEXT = "text/plain";
const KIND = vscode.DocumentDropOrPasteEditKind.Text.append("updateLinks", "tickmark");
/** A citation of ours among pasted words: a place, and a quote behind it. */
const CITATION = /\]\([^)\s]*#L\d+,\d+ "/;
const LONGEST = 200_000;

/** Offers the paste in notes while a server runs. */
export const registerPaste = (server: () => Server | undefined): vscode.Disposable =>
  vscode.languages.registerDocumentPasteEditProvider(
    { language: "markdown", scheme: "file" },
    new CitationPaste(server),
    {
      providedPasteEditKinds: [KIND],
      copyMimeTypes: [MIME],
      pasteMimeTypes: [MIME, TEXT],
    },
  );

class CitationPaste implements vscode.DocumentPasteEditProvider {
  constructor(private readonly server: () => Server | undefined) {}

  async prepareDocumentPaste(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    data: vscode.DataTransfer,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const [range] = ranges;
    const server = this.server();
    if (!server || !range || range.isEmpty || isInCorpus(document.uri)) return;
    const carried = await server.request<object | null>("tickmark/carry", {
      uri: document.uri.toString(),
      ranges: ranges.map(({ start, end }) => ({ start, end })),
    });
    if (carried && !token.isCancellationRequested) data.set(MIME, new vscode.DataTransferItem(JSON.stringify(carried)));
  }

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    data: vscode.DataTransfer,
    _context: vscode.DocumentPasteEditContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentPasteEdit[] | undefined> {
    const [range] = ranges;
    const server = this.server();
    const text = await data.get(TEXT)?.asString();
    if (!server || !range || ranges.length !== 1 || !text || text.length > LONGEST || isInCorpus(document.uri))
      return undefined;
    const carried = await data.get(MIME)?.asString();
    if (carried === undefined && !CITATION.test(text)) return undefined;
    const answer = await server.request<{ readonly text: string; readonly edits: readonly WireEdit[] } | null>(
      "tickmark/paste",
      {
        ...placeOf(document, range),
        text,
        carried: carried === undefined ? { definitions: [] } : JSON.parse(carried),
      },
    );
    if (!answer || token.isCancellationRequested) return undefined;
    const edit = new vscode.DocumentPasteEdit(answer.text, vscode.l10n.t("Paste with citations"), KIND);
    if (answer.edits.length) {
      edit.additionalEdit = new vscode.WorkspaceEdit();
      for (const one of answer.edits) edit.additionalEdit.replace(document.uri, rangeOf(one.range), one.newText);
    }
    return [edit];
  }
}
