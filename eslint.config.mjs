// Lint: TypeScript's own rules, and the ban on imports that go upward through the layers (DESIGN section 14).
import js from "@eslint/js";
import tseslint from "typescript-eslint";

const ban = (files, patterns, ignores = []) => ({
  files,
  ignores,
  rules: { "no-restricted-imports": ["error", { patterns: patterns.map(([regex, message]) => ({ regex, message })) }] },
});
const VSCODE = ["^vscode$", "only client/ imports vscode"];
const CLIENT = ["(^|/)client/", "nothing imports client/"];
const SERVER = ["(^|/)server/", "corpus/ imports nothing of server/"];
const PROTOCOL = ["^vscode-language(server|client)", "only server/src/lsp and client/ speak the protocol"];
const NODE = ["^(node:|(fs|path|os|url|crypto|worker_threads|child_process)(/|$))", "corpus/ is pure: no disk, no process, no clock"];

export default tseslint.config(
  { ignores: ["dist/**", "out/**", "node_modules/**", "corpus/sample/**"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-control-regex": "off",
      "no-irregular-whitespace": "off",
      "no-misleading-character-class": "off",
    },
  },
  { files: ["**/*.mjs"], languageOptions: { globals: { process: "readonly", console: "readonly", Buffer: "readonly", setTimeout: "readonly", clearTimeout: "readonly", performance: "readonly", URL: "readonly", TextDecoder: "readonly", fetch: "readonly", document: "readonly" } } },
  { files: ["client/**", "server/**", "corpus/**"], rules: { "@typescript-eslint/no-non-null-assertion": "error" } },
  { files: ["test/**"], rules: { "@typescript-eslint/no-non-null-assertion": "off" } },
  ban(["corpus/src/**"], [VSCODE, CLIENT, SERVER, PROTOCOL, NODE]),
  ban(["server/src/**"], [VSCODE, CLIENT, PROTOCOL], ["server/src/lsp/**"]),
  ban(["server/src/lsp/**"], [VSCODE, CLIENT, ["^vscode-languageclient", "the client's own"]]),
  ban(["client/**"], [["(^|/)(server|corpus)/src/", "the client speaks to the server by the protocol only"]]),
);
