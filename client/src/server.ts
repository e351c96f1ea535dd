// The language server as a process of its own, started over IPC by the language client, at most once. This file alone
// loads the language client; it is imported when there is a corpus to serve.
import * as vscode from "vscode";
import {
  LanguageClient,
  TransportKind,
  type ConfigurationMiddleware,
  type LanguageClientOptions,
  type ServerOptions,
} from "vscode-languageclient/node";
import { configuredFolders, corpusFolders } from "./corpusFolders.ts";
import { ACCEPTED } from "./nudge.ts";
import type { ServerStatus, StatusItem } from "./statusItem.ts";

export class Server {
  #client: LanguageClient | undefined;
  #starting: Promise<void> | undefined;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly status: StatusItem,
  ) {}

  /** Starts the server; a second call waits for the first. A failure is shown in the status item and can be tried again. */
  start(): Promise<void> {
    return (this.#starting ??= this.#start().catch((error: unknown) => {
      this.#starting = undefined;
      this.status.show({ state: "error", articles: 0, files: 0, problems: 0, message: String(error) });
    }));
  }

  async #start(): Promise<void> {
    const run = { module: this.context.asAbsolutePath("dist/cli.js"), args: ["lsp"], transport: TransportKind.ipc };
    const serverOptions: ServerOptions = { run, debug: run };
    const clientOptions: LanguageClientOptions = {
      documentSelector: [
        { scheme: "file", language: "markdown" },
        { scheme: "file", language: "tickmark-feed" },
      ],
      initializationOptions: { tickmarkCommands: true, trusted: vscode.workspace.isTrusted, storage: this.context.globalStorageUri.fsPath },
      // cards quote articles: nothing in them is trusted
      markdown: { isTrusted: false, supportHtml: false },
      middleware: {
        workspace: { configuration: corpora },
        provideCompletionItem: async (document, position, context, token, next) => {
          const answer = await next(document, position, context, token);
          for (const item of Array.isArray(answer) ? answer : (answer?.items ?? []))
            item.command ??= { command: ACCEPTED, title: "" };
          return answer;
        },
      },
    };
    const client = new LanguageClient("tickmark", "Tickmark", serverOptions, clientOptions);
    client.onNotification("tickmark/status", (status: ServerStatus) => {
      this.status.show(status);
      if (status.state === "ready")
        client.info(`${status.articles} articles in ${status.files} files, ${status.problems} files with remarks`);
    });
    this.#client = client;
    this.status.show({ state: "indexing", articles: 0, files: 0, problems: 0 });
    await client.start();
  }

  /** Sends a request; undefined where no server runs or it fails. */
  async request<Result>(method: string, params: unknown): Promise<Result | undefined> {
    if (!this.#client?.isRunning()) return undefined;
    try {
      return await this.#client.sendRequest<Result>(method, params);
    } catch {
      return undefined;
    }
  }

  /** The position of the protocol for an editor's. */
  positionParams(document: vscode.TextDocument, position: vscode.Position): unknown {
    return this.#client?.code2ProtocolConverter.asTextDocumentPositionParams(document, position);
  }

  /** Has the server ask for its settings again. */
  async settingsChanged(): Promise<void> {
    if (this.#client?.isRunning())
      await this.#client.sendNotification("workspace/didChangeConfiguration", { settings: null });
  }

  /** The analyst trusts the workspace now. */
  async trusted(): Promise<void> {
    if (this.#client?.isRunning()) await this.#client.sendNotification("tickmark/trusted");
  }

  async rebuild(): Promise<void> {
    await this.request("tickmark/rebuild", {});
  }

  showLog(): void {
    this.#client?.outputChannel.show(true);
  }

  async stop(): Promise<void> {
    await this.#client?.stop();
  }
}

/**
 * The server asks for one answer for the whole window. Where workspace folders name different corpora it hears of all of
 * them, and in a workspace that is not trusted only of those that may be read there.
 */
const corpora: ConfigurationMiddleware["configuration"] = async (params, token, next) => {
  const answers = await next(params, token);
  if (!Array.isArray(answers) || (vscode.workspace.isTrusted && !foldersDiffer())) return answers;
  const folders = vscode.workspace.isTrusted ? configuredFolders() : await corpusFolders();
  return answers.map((answer: { readonly corpus?: object } | null, at) =>
    params.items[at]?.section === "tickmark" ? { ...answer, corpus: { ...answer?.corpus, folders } } : answer,
  );
};

function foldersDiffer(): boolean {
  const settings = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) =>
    JSON.stringify(vscode.workspace.getConfiguration("tickmark", uri).get("corpus.folders")),
  );
  return new Set(settings).size > 1;
}
