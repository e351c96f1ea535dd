// Lines as VS Code and LSP count them: \r\n, \n and \r end a line and nothing else does (not U+2028, not a form feed).

/** UTF-16 offset of the start of every line; an empty text has one line. */
export function lineStarts(text: string): Uint32Array {
  const starts: number[] = [0];
  if (text.indexOf("\r") < 0) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return Uint32Array.from(starts);
  }
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10) starts.push(at + 1);
    else if (unit === 13) {
      if (text.charCodeAt(at + 1) === 10) at++;
      starts.push(at + 1);
    }
  }
  return Uint32Array.from(starts);
}

/** The end of a line without its terminator: offset of a 0-based line. */
export function lineEnd(text: string, starts: Uint32Array, line: number): number {
  const start = starts[line] ?? text.length;
  let end = starts[line + 1] ?? text.length;
  if (line + 1 >= starts.length) return end;
  if (end > start && text.charCodeAt(end - 1) === 10) end--;
  if (end > start && text.charCodeAt(end - 1) === 13) end--;
  return end;
}

/** A 0-based line without its terminator; the empty string outside the text. */
export const lineText = (text: string, starts: Uint32Array, line: number): string =>
  text.slice(starts[line] ?? text.length, lineEnd(text, starts, line));

/** The 0-based line that holds an offset; offsets outside the text count as its ends. */
export function lineAt(starts: Uint32Array, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** All lines without their terminators. */
export function splitLines(text: string): string[] {
  const starts = lineStarts(text);
  return Array.from(starts, (_, line) => lineText(text, starts, line));
}
