// The status item: how many articles are read, whether the corpus is up to date, and how many files have remarks.
import * as vscode from "vscode";

/** What `tickmark/status` sends. */
export interface ServerStatus {
  readonly state: "indexing" | "ready" | "error";
  readonly articles: number;
  readonly files: number;
  readonly problems: number;
  readonly done?: number;
  readonly total?: number;
  readonly message?: string;
}

export class StatusItem implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem("tickmark.status", vscode.StatusBarAlignment.Left, 0);

  constructor() {
    this.#item.name = "Tickmark";
    this.#item.command = "tickmark.showLog";
  }

  show(status: ServerStatus): void {
    const articles = status.articles.toLocaleString("en-US");
    const item = this.#item;
    item.backgroundColor = undefined;
    switch (status.state) {
      case "indexing":
        item.text = status.total ? `$(sync~spin) ${vscode.l10n.t("{0} of {1} files", status.done ?? 0, status.total)}` : `$(sync~spin) ${vscode.l10n.t("reading the corpus")}`;
        break;
      case "ready":
        item.text = `$(check) ${vscode.l10n.t("{0} articles · up to date", articles)}`;
        break;
      case "error":
        item.text = `$(warning) Tickmark`;
        item.backgroundColor = new vscode.ThemeColor("statusBarItem.warningBackground");
        break;
    }
    const remarks = status.problems ? vscode.l10n.t("{0} files have remarks: see the log", status.problems) : "";
    item.tooltip = ["Tickmark", vscode.l10n.t("{0} articles in {1} files", articles, status.files.toLocaleString("en-US")), remarks, status.message ?? ""].filter(Boolean).join("\n");
    item.show();
  }

  dispose(): void {
    this.#item.dispose();
  }
}
