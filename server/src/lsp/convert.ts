// Between the engine's offsets and the protocol's positions, and between paths and URIs.
import type { Location, Position, Range } from "vscode-languageserver/node";
import { lineAt, lineEnd } from "../../../corpus/src/text/lines.ts";
import type { Place } from "../../../corpus/src/features/desk.ts";
import { uriOfPath } from "../host/paths.ts";

/** A text with the start of each of its lines. */
export interface Lined {
  readonly text: string;
  readonly lines: Uint32Array;
}

/** Positions past a line's end count as its end, as the protocol has it. */
export function offsetAt({ text, lines }: Lined, { line, character }: Position): number {
  if (line < 0) return 0;
  if (line >= lines.length) return text.length;
  return Math.min((lines[line] ?? 0) + Math.max(0, character), lineEnd(text, lines, line));
}

export function positionAt({ lines }: Lined, offset: number): Position {
  const line = lineAt(lines, offset);
  return { line, character: offset - (lines[line] ?? 0) };
}

export const rangeOf = (lined: Lined, span: { readonly start: number; readonly end: number }): Range => ({
  start: positionAt(lined, span.start),
  end: positionAt(lined, span.end),
});

export const rangeOfPlace = ({ line, start, end }: Place): Range => ({ start: { line, character: start }, end: { line, character: end } });
export const locationOf = (place: Place): Location => ({ uri: uriOfPath(place.path), range: rangeOfPlace(place) });
