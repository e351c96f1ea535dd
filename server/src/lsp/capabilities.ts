// What the server says of itself at `initialize`. Imports nothing heavy: an editor waits for this answer.
import { TextDocumentSyncKind, type InitializeResult } from "vscode-languageserver/node";

const TRIGGERS = [..."@＠[【「《￥$.%:", ..."0123456789"];

/** Asked for by name only, so that no light bulb stands beside every name. */
export const DECIDE_KIND = "refactor.tickmark.entity";
/** The command that records a decision of the analyst. */
export const DECIDE = "tickmark.decide";

const RENAMES = {
  filters: [
    { scheme: "file", pattern: { glob: "**/*.{md,txt}", matches: "file" as const, options: { ignoreCase: true } } },
    { scheme: "file", pattern: { glob: "**", matches: "folder" as const } },
  ],
};

export const capabilities: InitializeResult["capabilities"] = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
  hoverProvider: true,
  completionProvider: { triggerCharacters: TRIGGERS, resolveProvider: true },
  definitionProvider: true,
  referencesProvider: true,
  documentLinkProvider: { resolveProvider: true },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  codeLensProvider: {},
  inlineCompletionProvider: true,
  codeActionProvider: {
    codeActionKinds: ["quickfix", "source.tickmark.citeAll", "source.tickmark.reanchorAll", "source.tickmark.refreshHints", DECIDE_KIND],
    resolveProvider: true,
  },
  executeCommandProvider: { commands: [DECIDE] },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true }, fileOperations: { willRename: RENAMES } },
};
