// The list as VS Code shows it: its own CompletionModel (npm monaco-editor, development only) over what the server answered,
// filtered and sorted against the line under the cursor. Relies on monaco's file layout; what it needs has no page or DOM.

/** An item of the protocol as far as filtering and sorting look at it. */
export interface ListedItem {
  readonly label: string;
  readonly sortText?: string;
  readonly filterText?: string;
  readonly kind?: number;
  readonly textEdit: { readonly range: { readonly start: { readonly line: number; readonly character: number }; readonly end: { readonly line: number; readonly character: number } }; readonly newText: string };
}

interface Model {
  readonly items: readonly { readonly completion: { readonly label: string } }[];
}
interface Monaco {
  readonly CompletionModel: new (items: readonly unknown[], column: number, line: unknown, distance: unknown, options: unknown, snippets: string) => Model;
  readonly LineContext: new (before: string, delta: number) => unknown;
}

const model = (await import(["monaco-editor", "editor/contrib/suggest/browser/completionModel.js"].join("/"))) as Monaco;

/** The editor's defaults of `editor.suggest.*`. */
const OPTIONS = { filterGraceful: true };
const NO_DISTANCE = { distance: () => 0 };

/** The labels that VS Code shows, in its order, with the cursor at `character` of the line `text`. */
export function shownByVscode(items: readonly ListedItem[], text: string, character: number): readonly string[] {
  const provider = {};
  const container = { incomplete: true };
  const made = items.map((item) => ({
    position: { lineNumber: 1, column: character + 1 },
    completion: item,
    container,
    provider,
    isInvalid: item.textEdit.range.start.line !== item.textEdit.range.end.line,
    textLabel: item.label,
    labelLow: item.label.toLowerCase(),
    sortTextLow: item.sortText?.toLowerCase(),
    filterTextLow: item.filterText?.toLowerCase(),
    editStart: { lineNumber: 1, column: item.textEdit.range.start.character + 1 },
    score: [-100, 0],
    distance: 0,
    idx: 0,
    word: "",
  }));
  // suggest.js: by sortText, then by label, then by kind, before the model is made
  const compare = (a: string | undefined, b: string | undefined): number => (a === undefined || b === undefined || a === b ? 0 : a < b ? -1 : 1);
  made.sort((a, b) => compare(a.sortTextLow, b.sortTextLow) || compare(a.textLabel, b.textLabel) || (a.completion.kind ?? 0) - (b.completion.kind ?? 0));
  const line = new model.LineContext(text.slice(0, character), 0);
  return new model.CompletionModel(made, character + 1, line, NO_DISTANCE, OPTIONS, "inline").items.map(({ completion }) => completion.label);
}
