// Types of terms.mjs for the tests.
import type { CompiledTerms } from "../src/statements/terms.ts";
export function compileTerms(folder: string): CompiledTerms;
export function writeTerms(folder: string, outFile: string): void;
