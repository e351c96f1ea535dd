// A language server that does nothing but answer: the floor of every round trip. Bundled and run as ours is.
import { createConnection, ProposedFeatures, TextDocumentSyncKind } from "vscode-languageserver/node";

const connection = createConnection(ProposedFeatures.all);
const card = { contents: { kind: "markdown", value: "**輝達** 2025年第三季營收 570.06億美元\n\n".repeat(40) } };
connection.onInitialize(() => ({ capabilities: { hoverProvider: true, completionProvider: {}, textDocumentSync: TextDocumentSyncKind.Incremental } }));
connection.onHover(({ textDocument }) => (textDocument.uri.includes("nowhere") ? null : card));
connection.onCompletion(() => ({ isIncomplete: true, items: Array.from({ length: 50 }, (_, i) => ({ label: `570.${i}億美元`, detail: "輝達 2025年第三季營收" })) }));
connection.onRequest("tickmark/ready", () => ({}));
connection.listen();
