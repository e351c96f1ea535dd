// Percent-encoding of paths: what a destination cannot hold is written, and anything that others write is read.

const UNSAFE = /[\u0000-\u0020()<>%#?\\\u007f-\u009f]/;
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const encodeUnit = (text: string): string =>
  Array.from(encoder.encode(text), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join("");

/** The path with space, `( ) < > % # ? \` and control characters percent-encoded, and nothing else. */
export function encodePath(path: string): string {
  if (!UNSAFE.test(path)) return path;
  let encoded = "";
  for (const character of path) encoded += UNSAFE.test(character) ? encodeUnit(character) : character;
  return encoded;
}

/** The text with every run of `%XX` that is UTF-8 decoded; what is not stays as it is written. Never fails. */
export function decodePercent(text: string): string {
  if (!text.includes("%")) return text;
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (run) => {
    const bytes = Uint8Array.from({ length: run.length / 3 }, (_, i) =>
      Number.parseInt(run.slice(3 * i + 1, 3 * i + 3), 16),
    );
    try {
      return decoder.decode(bytes);
    } catch {
      return run;
    }
  });
}
