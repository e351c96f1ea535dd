// The status item: how many articles are read, whether the corpus is up to date, and how many files have remarks.
import * as vscode from "vscode";

/** What `tickmark/status` sends. */
export interface ServerStatus {
  readonly state: "indexing" | "ready" | "error";
  readonly articles: number;
  readonly files: number;
  readonly problems: number;
  /** Files read so far, and all of them, while indexing. */
  readonly done?: number;
  readonly total?: number;
  readonly message?: string;
}

const count = (value: number): string => value.toLocaleString("en-US");

export class StatusItem implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem("tickmark.status", vscode.StatusBarAlignment.Left, 0);
  #last: ServerStatus | undefined;

  constructor() {
    this.#item.name = "Tickmark";
    this.#item.command = "tickmark.showMenu";
  }

  /** What was shown last. */
  get last(): ServerStatus | undefined {
    return this.#last;
  }

  show(status: ServerStatus): void {
    this.#last = status;
    const { t } = vscode.l10n;
    const item = this.#item;
    item.text = textOf(status);
    item.backgroundColor =
      status.state === "error" ? new vscode.ThemeColor("statusBarItem.warningBackground") : undefined;
    item.tooltip = [
      "Tickmark",
      t("{0} articles in {1} files", count(status.articles), count(status.files)),
      status.problems ? t("{0} files have remarks", count(status.problems)) : "",
      status.message ?? "",
    ]
      .filter(Boolean)
      .join("\n");
    item.show();
  }

  dispose(): void {
    this.#item.dispose();
  }
}

function textOf({ state, articles, done, total }: ServerStatus): string {
  const { t } = vscode.l10n;
  switch (state) {
    case "indexing":
      return `$(sync~spin) ${total ? t("{0} of {1} files", count(done ?? 0), count(total)) : t("reading the corpus")}`;
    case "ready":
      return `$(check) ${articles === 1 ? t("1 article · up to date") : t("{0} articles · up to date", count(articles))}`;
    case "error":
      return "$(warning) Tickmark";
  }
}
