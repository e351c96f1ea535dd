// The language server: the order of events, and which function answers which request. `initialize` is answered before the
// engine is loaded; requests that come before wait for it.
import {
  createConnection,
  DidChangeWatchedFilesNotification,
  DidChangeConfigurationNotification,
  ProposedFeatures,
  TextDocuments,
  type Disposable,
  type InitializeParams,
  type InitializeResult,
} from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { pathOfUri } from "../host/paths.ts";
import { capabilities } from "./capabilities.ts";
import { guarded } from "./edge.ts";
import { stir } from "./idle.ts";
import type { Session } from "./session.ts";

type Requests = typeof import("./requests.ts");

/** A session with the functions that answer its requests. */
interface Running {
  readonly requests: Requests;
  readonly session: Session;
  readonly updates: ReturnType<Requests["keepUpToDate"]>;
}

/** Serves the channel that the process was started with, until the client says exit. */
export function serve(): Promise<void> {
  const connection = createConnection(ProposedFeatures.all);
  const documents = new TextDocuments(TextDocument);
  let make: ((requests: Requests) => Session) | undefined;
  let options: unknown;
  let begin: (running: Running) => void = () => undefined;
  let fail: (reason: unknown) => void = () => undefined;
  const running = new Promise<Running>((resolve, reject) => {
    begin = resolve;
    fail = reject;
  });
  // each request says so itself
  running.catch(() => undefined);

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const uris = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    const folders = uris.flatMap((uri) => pathOfUri(uri) ?? []);
    options = params.initializationOptions;
    make = ({ Session }) => new Session(connection, documents, params.capabilities, folders, params.locale, knowsCommands(options), isTrusted(options), storageOf(options));
    return { capabilities, serverInfo: { name: "tickmark", version: "0.1.0" } };
  });

  let watching: Promise<Disposable> | undefined;
  /** Has the client watch the folders that the settings name now, in place of those it watched before. */
  const watch = ({ requests, session }: Running): void => {
    if (!session.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
    watching?.then((old) => old.dispose()).catch(() => undefined);
    watching = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: requests.watchGlobs(session).map((globPattern) => ({ globPattern })) });
    watching.catch((error: unknown) => connection.console.warn(`the client watches no files (${String(error)}): changes on disk are looked for every 15 s`));
  };

  const start = async (): Promise<void> => {
    const requests = await import("./requests.ts");
    const session = make?.(requests);
    if (!session) return;
    const one = { requests, session, updates: requests.keepUpToDate(session) };
    begin(one);
    const { workspace } = session.capabilities;
    if (workspace?.didChangeConfiguration?.dynamicRegistration) connection.client.register(DidChangeConfigurationNotification.type, { section: "tickmark" }).catch(() => undefined);
    if (workspace?.workspaceFolders)
      connection.workspace.onDidChangeWorkspaceFolders(async ({ added, removed }) => {
        const gone = new Set(removed.flatMap(({ uri }) => pathOfUri(uri) ?? []));
        session.setFolders([...session.folders.filter((folder) => !gone.has(folder)), ...added.flatMap(({ uri }) => pathOfUri(uri) ?? [])]);
        session.forgetDrafts();
        session.library.configure(session.folders, session.settings);
        watch(one);
        await requests.readCorpus(session);
      });
    try {
      await session.readSettings(options);
    } catch (error) {
      connection.console.warn(`the settings could not be asked for (${String(error)}); the defaults are used`);
    }
    session.library.configure(session.folders, session.settings);
    watch(one);
    await requests.readCorpus(session);
    stir();
  };
  connection.onInitialized(() => {
    setImmediate(() => {
      start().catch((error: unknown) => {
        connection.console.error(`Tickmark could not start: ${error instanceof Error ? error.message : String(error)}`);
        fail(error);
      });
    });
  });

  connection.onDidChangeConfiguration(async ({ settings }: { readonly settings?: unknown }) => {
    const one = await running;
    const { session } = one;
    const section = typeof settings === "object" && settings !== null && "tickmark" in settings ? settings.tickmark : settings;
    const before = JSON.stringify(session.settings);
    await session.readSettings(section);
    // a client that registered for changes may send one at once, without any
    if (JSON.stringify(session.settings) === before) return;
    session.forgetDrafts();
    session.library.configure(session.folders, session.settings);
    watch(one);
    await one.requests.readCorpus(session);
  });
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const { updates } = await running;
    updates.changed(changes.flatMap(({ uri }) => pathOfUri(uri) ?? []));
  });
  connection.onShutdown(async () => {
    const { updates, session } = await running;
    updates.stop();
    await session.library.close();
  });

  const on = <Params, Result>(name: string, choose: (requests: Requests) => (session: Session, params: Params) => Result | Promise<Result>) =>
    guarded<Params, Result>(connection, name, async (params) => {
      const { requests, session } = await running;
      await session.opened;
      try {
        return await choose(requests)(session, params);
      } catch (error) {
        if (!(error instanceof requests.SegmentDamaged)) throw error;
        await requests.rebuildIndex(session, error);
        return await choose(requests)(session, params);
      }
    });
  connection.onHover(on("hover", ({ hover }) => hover));
  connection.onCompletion(on("completion", ({ completion }) => completion));
  const resolveItem = on("completion resolve", ({ resolveCompletion }) => resolveCompletion);
  connection.onCompletionResolve(async (item, token) => (await resolveItem(item, token)) ?? item);
  connection.onDefinition(on("definition", ({ definition }) => definition));
  connection.onReferences(on("references", ({ references }) => references));
  connection.onDocumentLinks(on("document links", ({ documentLinks }) => documentLinks));
  const resolveLink = on("document link resolve", ({ resolveDocumentLink }) => resolveDocumentLink);
  connection.onDocumentLinkResolve(async (link, token) => (await resolveLink(link, token)) ?? link);
  connection.onDocumentSymbol(on("document symbols", ({ documentSymbols }) => documentSymbols));
  connection.onWorkspaceSymbol(on("workspace symbols", ({ workspaceSymbols }) => workspaceSymbols));
  connection.languages.inlineCompletion.on(on("inline completion", ({ inlineCompletion }) => inlineCompletion));
  connection.onCodeLens(on("code lens", ({ codeLens }) => codeLens));
  connection.workspace.onWillRenameFiles(on("rename files", ({ willRenameFiles }) => willRenameFiles) as Parameters<typeof connection.workspace.onWillRenameFiles>[0]);
  connection.onCodeAction(on("code actions", ({ codeActions }) => codeActions));
  const resolveAction = on("code action resolve", ({ resolveCodeAction }) => resolveCodeAction);
  connection.onCodeActionResolve(async (action, token) => (await resolveAction(action, token)) ?? action);
  connection.onExecuteCommand(on("command", ({ decide }) => decide));
  connection.onRequest("tickmark/addCitation", on("add citation", ({ addCitation }) => addCitation));
  connection.onRequest("tickmark/copyCitation", on("copy citation", ({ copyAsCitation }) => copyAsCitation));
  connection.onRequest("tickmark/citeIn", on("cite in note", ({ citeIn }) => citeIn));
  connection.onRequest("tickmark/carry", on("carry citations", ({ carry }) => carry));
  connection.onRequest("tickmark/paste", on("paste citations", ({ paste }) => paste));
  connection.onRequest("tickmark/nudge", on("nudge", ({ nudge }) => nudge));
  connection.onRequest("tickmark/ready", on("ready", () => (session) => session.ready));
  connection.onRequest("tickmark/rebuild", on("rebuild", ({ readCorpus }) => async (session) => {
    await readCorpus(session, true);
    return session.library.index.counts();
  }));
  connection.onNotification("tickmark/trusted", async () => {
    const { requests, session } = await running;
    session.trusted = true;
    await requests.readCorpus(session);
  });

  documents.onDidClose(({ document }) => void running.then(({ session }) => session.forgetDraft(document.uri), () => undefined));
  documents.listen(connection);
  connection.listen();
  return new Promise((resolve) => connection.onExit(() => resolve()));
}

/** The folder that VS Code's client keeps for us. */
const storageOf = (options: unknown): string | undefined =>
  typeof options === "object" && options !== null && "storage" in options && typeof options.storage === "string" ? options.storage : undefined;

/** VS Code's client says whether the workspace is trusted; others know no such thing. */
const isTrusted = (options: unknown): boolean => !(typeof options === "object" && options !== null && "trusted" in options && options.trusted === false);

/** VS Code's client says that it has the commands that answers may name. */
const knowsCommands = (options: unknown): boolean => typeof options === "object" && options !== null && "tickmarkCommands" in options && options.tickmarkCommands === true;
