// A progress bar on standard error: only on a terminal, silent in a pipe, without colour under NO_COLOR.

export interface ProgressBar {
  show(done: number, total: number): void;
  clear(): void;
}

const WIDTH = 28;

/** A bar that draws at most ten times a second. */
export function progressBar(label: string, out: NodeJS.WriteStream = process.stderr): ProgressBar {
  if (!out.isTTY) return { show: () => undefined, clear: () => undefined };
  const colour = (process.env["NO_COLOR"] ?? "") === "";
  let last = 0;
  return {
    show(done, total) {
      const now = Date.now();
      if (!total || (now - last < 100 && done < total)) return;
      last = now;
      const full = Math.round((done / total) * WIDTH);
      const bar = `${"█".repeat(full)}${"░".repeat(WIDTH - full)}`;
      out.write(`\r${label} ${colour ? `\u001b[36m${bar}\u001b[0m` : bar} ${done.toLocaleString("en-US")} of ${total.toLocaleString("en-US")} files`);
    },
    clear() {
      out.write("\r\u001b[K");
    },
  };
}
