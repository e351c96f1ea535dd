// `tickmark lsp`: the language server over the channel that the arguments name.
import { UsageError } from "./usage.ts";

const CHANNELS = ["--stdio", "--node-ipc"];

export async function run(args: readonly string[]): Promise<number> {
  const known = args.some((arg) => CHANNELS.includes(arg) || arg.startsWith("--socket=") || arg.startsWith("--pipe="));
  if (!known) throw new UsageError(`lsp needs a channel: ${CHANNELS.join(" or ")}`);
  const { serve } = await import("../lsp/serve.ts");
  await serve();
  return 0;
}
