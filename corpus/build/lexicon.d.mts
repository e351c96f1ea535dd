// Types of lexicon.mjs for the tests.
import type { CompiledLexicon } from "../src/entities/lexicon.ts";

export interface Table {
  readonly file: string;
  readonly text: string;
}
export type Converters = Readonly<Record<string, Readonly<Record<string, (text: string) => string>>>>;
export const COLUMNS: readonly string[];
export function makeConverters(): Promise<Converters>;
export function readTables(folder: string): readonly Table[];
export function compileLexicon(
  tables: readonly Table[],
  options: { readonly converters: Converters },
): { readonly compiled: CompiledLexicon; readonly warnings: readonly string[] };
export function writeLexicon(folder: string, outFile: string): Promise<void>;
