// Types of client.mjs.
import type { ChildProcess } from "node:child_process";

export interface TestServer {
  readonly answer: { readonly capabilities: Readonly<Record<string, unknown>>; readonly serverInfo?: { readonly name: string } };
  readonly initializeMs: number;
  readonly child: ChildProcess;
  readonly log: readonly { readonly type: number; readonly message: string }[];
  readonly progress: readonly { readonly token: unknown; readonly value: { readonly kind: string; readonly message?: string } }[];
  readonly statuses: readonly { readonly state: string; readonly articles: number; readonly files: number; readonly problems: number }[];
  readonly registrations: readonly { readonly method: string; readonly registerOptions?: unknown }[];
  /** Messages that asked for an answer; the first action is always chosen. */
  readonly questions: readonly string[];
  stderr(): string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of the protocol, looked into field by field
  request(method: string, params: unknown): Promise<any>;
  notify(method: string, params: unknown): Promise<void>;
  ready(): Promise<{ readonly articles: number; readonly passages: number; readonly figures: number; readonly entities: number; readonly elapsedMs: number }>;
  configure(settings: object): Promise<void>;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  close(uri: string): Promise<void>;
  changed(changes: readonly { readonly uri: string; readonly type: number }[]): Promise<void>;
  stop(): Promise<void>;
}
export function startServer(folders: readonly string[], options?: { settings?: object; node?: string; capabilities?: object; cli?: string; initializationOptions?: object }): Promise<TestServer>;
