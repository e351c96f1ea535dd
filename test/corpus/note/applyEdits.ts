// Applies the edits of an inserted citation as an editor does, and says where the cursor is.
import assert from "node:assert/strict";
import type { InsertedCitation } from "../../../corpus/src/note/insertCitation.ts";

/** What a snippet inserts; `‸` where its `$0` is, else at its end. */
function snippetText(snippet: string): string {
  let text = "";
  let stop = false;
  for (let i = 0; i < snippet.length; i++) {
    if (snippet[i] === "\\" && /[$}\\]/.test(snippet[i + 1] ?? "")) text += snippet[++i];
    else if (snippet.startsWith("$0", i)) {
      text += "‸";
      stop = true;
      i++;
    } else {
      assert.notEqual(snippet[i], "$", "a bare $ in a snippet");
      text += snippet[i];
    }
  }
  return stop ? text : `${text}‸`;
}

/** The text after the edits, with `‸` at the cursor; fails where an additional edit touches the main one. */
export function applyEdits(text: string, { mainEdit, additionalEdits }: InsertedCitation): string {
  const inserted = mainEdit.snippet ? snippetText(mainEdit.newText) : `${mainEdit.newText}‸`;
  for (const { start, end } of additionalEdits) assert.ok(end < mainEdit.start || start > mainEdit.end, "edits touch");
  const edits = [{ start: mainEdit.start, end: mainEdit.end, newText: inserted }, ...additionalEdits].sort(
    (a, b) => b.start - a.start,
  );
  return edits.reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}
