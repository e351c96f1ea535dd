// A language client over stdio or IPC for tests and benchmarks: the real server in a process of its own.
import { spawn } from "node:child_process";
import { pathToFileURL } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";

/** What an editor such as VS Code says of itself. */
const CAPABILITIES = {
  workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true }, didChangeConfiguration: { dynamicRegistration: true }, workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} }, fileOperations: { willRename: true } },
  window: { workDoneProgress: true },
  textDocument: {
    hover: { contentFormat: ["markdown"] },
    completion: { contextSupport: true, completionItem: { snippetSupport: true, labelDetailsSupport: true, documentationFormat: ["markdown"], insertReplaceSupport: true, resolveSupport: { properties: ["documentation"] } } },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } },
  },
};

/**
 * Starts `node dist/cli.js lsp --stdio` for the workspace folders and initializes it.
 * @param {string[]} folders absolute paths
 * @param {{ settings?: object, node?: string, capabilities?: object, cli?: string }} options settings are those under `tickmark`
 */
export async function startServer(folders, { settings = {}, node = process.execPath, capabilities = CAPABILITIES, cli = "dist/cli.js", initializationOptions } = {}) {
  const spawned = performance.now();
  const child = spawn(node, [cli, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "pipe"] });
  let stderr = "";
  child.stderr.on("data", (chunk) => (stderr += chunk));
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const log = [];
  const progress = [];
  const statuses = [];
  const registrations = [];
  const state = { settings };
  connection.onRequest("workspace/configuration", ({ items }) => items.map(() => state.settings));
  connection.onRequest("client/registerCapability", ({ registrations: some }) => {
    registrations.push(...some);
    return null;
  });
  connection.onRequest("window/workDoneProgress/create", () => null);
  const questions = [];
  connection.onRequest("window/showMessageRequest", ({ message, actions }) => {
    questions.push(message);
    return actions?.[0] ?? null;
  });
  connection.onNotification("window/logMessage", (message) => log.push(message));
  connection.onNotification("$/progress", (one) => progress.push(one));
  connection.onNotification("tickmark/status", (one) => statuses.push(one));
  connection.onUnhandledNotification(() => undefined);
  connection.listen();
  const workspaceFolders = folders.map((folder, i) => ({ uri: pathToFileURL(folder).href, name: `folder ${i}` }));
  const answer = await connection.sendRequest("initialize", { processId: process.pid, rootUri: workspaceFolders[0]?.uri ?? null, workspaceFolders, capabilities, ...(initializationOptions ? { initializationOptions } : {}) });
  const initializeMs = performance.now() - spawned;
  await connection.sendNotification("initialized", {});
  let version = 1;
  return {
    answer,
    initializeMs,
    connection,
    child,
    log,
    progress,
    statuses,
    registrations,
    questions,
    stderr: () => stderr,
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params),
    ready: () => connection.sendRequest("tickmark/ready", {}),
    async configure(changed) {
      state.settings = changed;
      await connection.sendNotification("workspace/didChangeConfiguration", { settings: { tickmark: changed } });
    },
    open: (uri, text, languageId = "markdown") => connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: version++, text } }),
    close: (uri) => connection.sendNotification("textDocument/didClose", { textDocument: { uri } }),
    changed: (changes) => connection.sendNotification("workspace/didChangeWatchedFiles", { changes }),
    async stop() {
      const exited = new Promise((resolve) => child.once("exit", resolve));
      await connection.sendRequest("shutdown");
      await connection.sendNotification("exit");
      const timer = setTimeout(() => child.kill("SIGKILL"), 3000);
      await exited;
      clearTimeout(timer);
      connection.dispose();
    },
  };
}
