// The language server: capabilities, the order of events, and which file answers which request.
import {
  createConnection,
  DidChangeWatchedFilesNotification,
  DidChangeConfigurationNotification,
  ProposedFeatures,
  TextDocuments,
  TextDocumentSyncKind,
  type Disposable,
  type InitializeParams,
  type InitializeResult,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { pathOfUri } from "../host/paths.ts";
import { CODE_ACTION_KINDS, codeActions, resolveCodeAction } from "./codeActions.ts";
import { addCitation, carry, citeIn, copyAsCitation, paste } from "./citing.ts";
import { codeLens } from "./codeLens.ts";
import { completion, resolveCompletion } from "./completion.ts";
import { DECIDE, decide } from "./decideEntity.ts";
import { definition } from "./definition.ts";
import { documentLinks, resolveDocumentLink } from "./documentLinks.ts";
import { documentSymbols } from "./documentSymbols.ts";
import { guarded } from "./edge.ts";
import { hover } from "./hover.ts";
import { inlineCompletion } from "./inlineCompletion.ts";
import { nudge } from "./nudge.ts";
import { references } from "./references.ts";
import { RENAMES, willRenameFiles } from "./renameFiles.ts";
import { Session } from "./session.ts";
import { keepUpToDate, readCorpus, watchGlobs } from "./corpusUpdates.ts";
import { workspaceSymbols } from "./workspaceSymbols.ts";

const TRIGGERS = [..."@＠[【「《￥$.%:", ..."0123456789"];

const capabilities: InitializeResult["capabilities"] = {
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
  codeActionProvider: { codeActionKinds: CODE_ACTION_KINDS, resolveProvider: true },
  executeCommandProvider: { commands: [DECIDE] },
  workspace: { workspaceFolders: { supported: true, changeNotifications: true }, fileOperations: { willRename: RENAMES } },
};

/** Serves the channel that the process was started with, until the client says exit. */
export function serve(): Promise<void> {
  const connection = createConnection(ProposedFeatures.all);
  const documents = new TextDocuments(TextDocument);
  let session: Session | undefined;
  let start: (() => Session) | undefined;
  let options: unknown;
  const current = (): Session => {
    if (!session) throw new Error("a request before initialize");
    return session;
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const uris = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    const folders = uris.flatMap((uri) => pathOfUri(uri) ?? []);
    options = params.initializationOptions;
    start = () => new Session(connection, documents, params.capabilities, folders, knowsCommands(options), isTrusted(options));
    return { capabilities, serverInfo: { name: "tickmark", version: "0.1.0" } };
  });

  let watching: Promise<Disposable> | undefined;
  /** Has the client watch the folders that the settings name now, in place of those it watched before. */
  const watch = (one: Session): void => {
    if (!one.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
    void watching?.then((old) => old.dispose());
    watching = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: watchGlobs(one).map((globPattern) => ({ globPattern })) });
  };

  connection.onInitialized(() => {
    setImmediate(async () => {
      // the tables are read now, for an editor waits for the answer to `initialize`
      const one = (session ??= start?.());
      if (!one) return;
      const { workspace } = one.capabilities;
      if (workspace?.didChangeConfiguration?.dynamicRegistration) void connection.client.register(DidChangeConfigurationNotification.type, { section: "tickmark" });
      if (workspace?.workspaceFolders)
        connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
          const gone = new Set(removed.flatMap(({ uri }) => pathOfUri(uri) ?? []));
          one.setFolders([...one.folders.filter((folder) => !gone.has(folder)), ...added.flatMap(({ uri }) => pathOfUri(uri) ?? [])]);
          await readCorpus(one);
        });
      try {
        await one.readSettings(options);
      } catch (error) {
        connection.console.warn(`the settings could not be asked for (${String(error)}); the defaults are used`);
      }
      watch(one);
      await readCorpus(one);
    });
  });

  connection.onDidChangeConfiguration(async ({ settings }: { readonly settings?: unknown }) => {
    const one = current();
    const section = typeof settings === "object" && settings !== null && "tickmark" in settings ? settings.tickmark : settings;
    const before = JSON.stringify(one.settings);
    await one.readSettings(section);
    // a client that registered for changes may send one at once, without any
    if (JSON.stringify(one.settings) === before) return;
    watch(one);
    await readCorpus(one);
  });
  const changed = keepUpToDate(current);
  connection.onDidChangeWatchedFiles(({ changes }) => changed(changes.map(({ uri }) => uri)));

  const on = <Params, Result>(name: string, handle: (session: Session, params: Params) => Result | Promise<Result>) =>
    guarded<Params, Result>(connection, name, async (params) => {
      // `initialize` was answered before the tables were read
      while (!session) await new Promise((resolve) => setImmediate(resolve));
      return handle(session, params);
    });
  connection.onHover(on("hover", hover));
  connection.onCompletion(on("completion", completion));
  const resolveItem = on("completion resolve", resolveCompletion);
  connection.onCompletionResolve(async (item, token) => (await resolveItem(item, token)) ?? item);
  connection.onDefinition(on("definition", definition));
  connection.onReferences(on("references", references));
  connection.onDocumentLinks(on("document links", documentLinks));
  const resolveLink = on("document link resolve", resolveDocumentLink);
  connection.onDocumentLinkResolve(async (link, token) => (await resolveLink(link, token)) ?? link);
  connection.onDocumentSymbol(on("document symbols", documentSymbols));
  connection.onWorkspaceSymbol(on("workspace symbols", workspaceSymbols));
  connection.languages.inlineCompletion.on(on("inline completion", inlineCompletion));
  connection.onRequest("tickmark/addCitation", on("add citation", addCitation));
  connection.onRequest("tickmark/copyCitation", on("copy citation", copyAsCitation));
  connection.onRequest("tickmark/citeIn", on("cite in note", citeIn));
  connection.onRequest("tickmark/carry", on("carry citations", carry));
  connection.onRequest("tickmark/paste", on("paste citations", paste));
  connection.onCodeLens(on("code lens", codeLens));
  connection.workspace.onWillRenameFiles(on("rename files", willRenameFiles) as Parameters<typeof connection.workspace.onWillRenameFiles>[0]);
  connection.onCodeAction(on("code actions", codeActions));
  const resolveAction = on("code action resolve", resolveCodeAction);
  connection.onCodeActionResolve(async (action, token) => (await resolveAction(action, token)) ?? action);
  connection.onExecuteCommand(on("command", decide));
  connection.onNotification("tickmark/trusted", async () => {
    const one = current();
    one.trusted = true;
    await readCorpus(one);
  });
  connection.onRequest("tickmark/ready", on("ready", (one) => one.ready));
  connection.onRequest("tickmark/nudge", on("nudge", nudge));
  connection.onRequest("tickmark/rebuild", on("rebuild", async (one) => {
    for (const root of one.library.roots) one.library.forget(root.path);
    await readCorpus(one);
    return one.library.index.counts();
  }));

  documents.onDidClose(({ document }) => session?.forgetDraft(document.uri));
  documents.listen(connection);
  connection.listen();
  return new Promise((resolve) => connection.onExit(() => resolve()));
}

/** VS Code's client says whether the workspace is trusted; others know no such thing. */
const isTrusted = (options: unknown): boolean => !(typeof options === "object" && options !== null && "trusted" in options && options.trusted === false);

/** VS Code's client says that it has the commands that answers may name. */
const knowsCommands = (options: unknown): boolean => typeof options === "object" && options !== null && "tickmarkCommands" in options && options.tickmarkCommands === true;
