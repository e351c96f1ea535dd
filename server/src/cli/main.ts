// The command line `tickmark`: chooses a command and turns a wrong use into one clear line and exit code 2. Each command is
// a file of its own and is loaded when asked for, so that `lsp` starts at once.
import { UsageError } from "./usage.ts";
import { help } from "./help.ts";

type Command = (args: readonly string[]) => Promise<number>;

const COMMANDS: Readonly<Record<string, () => Promise<{ readonly run: Command }>>> = {
  lsp: () => import("./lsp.ts"),
  index: () => import("./index.ts"),
  articles: () => import("./articles.ts"),
  extract: () => import("./extract.ts"),
  find: () => import("./find.ts"),
  cite: () => import("./cite.ts"),
  export: () => import("./export.ts"),
  demo: () => import("./demo.ts"),
};

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    process.stdout.write(help(name === "help" ? rest[0] : undefined));
    return name === undefined ? 2 : 0;
  }
  if (name === "--version") {
    process.stdout.write("0.1.0\n");
    return 0;
  }
  const load = COMMANDS[name];
  if (!load) throw new UsageError(`there is no command '${name}'; the commands are ${Object.keys(COMMANDS).filter((one) => one !== "demo").join(", ")}`);
  if (rest.includes("--help") || rest.includes("-h")) {
    process.stdout.write(help(name));
    return 0;
  }
  return (await load()).run(rest);
}

// a closed pipe (`tickmark extract … | head`) is no failure
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const wrongUse = error instanceof UsageError || (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));
    process.stderr.write(`tickmark: ${error instanceof Error ? (wrongUse ? error.message : (error.stack ?? error.message)) : String(error)}\n`);
    process.exitCode = 2;
  },
);
