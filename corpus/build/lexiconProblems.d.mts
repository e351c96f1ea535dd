// Types of checkLexicon.mjs for the tests.
import type { Table } from "./lexicon.mjs";

export interface LexiconProblem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}
export function checkTables(tables: readonly Table[]): Promise<readonly LexiconProblem[]>;
