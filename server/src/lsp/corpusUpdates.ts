// The corpus while the session lasts: the first reading with progress, and what changes on disk afterwards. Bursts of
// events are gathered, and a file is read when it has been quiet for a moment, so that half-written ones are not.
import { CodeLensRefreshRequest, type GlobPattern, type WorkDoneProgressReporter } from "vscode-languageserver/node";
import { statSync } from "node:fs";
import { DECISIONS } from "../host/decisionFiles.ts";
import { pathOfUri, uriOfPath } from "../host/paths.ts";
import { distFolder } from "../host/tables.ts";
import type { Session } from "./session.ts";

/** Milliseconds without an event before changed files are read. */
const QUIET = 150;
/** The longest that a changed file waits for quiet. */
const LONGEST = 1000;
/** How long a slice of refreshing may keep the thread. */
const SLICE = 20;

export interface StatusParams {
  readonly state: "indexing" | "ready" | "error";
  readonly articles: number;
  readonly files: number;
  readonly problems: number;
  readonly done?: number;
  readonly total?: number;
  readonly message?: string;
}

function sendStatus(session: Session, state: StatusParams["state"], more: Partial<StatusParams> = {}): void {
  const { articles, files } = session.library.index.counts();
  const status: StatusParams = { state, articles, files, problems: session.library.problems.size, ...more };
  void session.connection.sendNotification("tickmark/status", status);
}

/** Counts of citing notes hang on notes and corpus alike. */
function refreshLenses(session: Session): void {
  if (session.settings.codeLensArticles && session.capabilities.workspace?.codeLens?.refreshSupport) session.connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
}

let reading: Promise<void> = Promise.resolve();

/** Reads the corpus as the settings have it now; a second call waits for the first. */
export function readCorpus(session: Session): Promise<void> {
  reading = reading.then(() => read(session)).catch((error: unknown) => {
    session.connection.console.error(`the corpus could not be read: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    sendStatus(session, "error", { message: String(error) });
    // who waits for the first index is answered with what is there
    session.firstIndexDone(0);
  });
  return reading;
}

async function read(session: Session): Promise<void> {
  const start = performance.now();
  const { library, connection } = session;
  library.configure(session.folders, session.settings);
  await session.readDecisions();
  for (const missing of library.missing) connection.console.warn(`no corpus folder at ${missing}: make it, or name another in tickmark.corpus.folders`);
  const progress: WorkDoneProgressReporter | undefined = session.capabilities.window?.workDoneProgress ? await connection.window.createWorkDoneProgress().catch(() => undefined) : undefined;
  let begun = false;
  let cancelled = false;
  let last = 0;
  await library.load({
    dist: distFolder(),
    cancelled: () => cancelled,
    progress: ({ done, total, articles }) => {
      const now = performance.now();
      if (!total || (now - last < 200 && begun)) return;
      last = now;
      const rate = done ? ((now - start) / done) * (total - done) : 0;
      const message = `${articles.toLocaleString("en-US")} articles, ${done.toLocaleString("en-US")} of ${total.toLocaleString("en-US")} files${rate > 2000 ? `, ${Math.ceil(rate / 1000)} s left` : ""}`;
      if (progress && !begun) {
        progress.begin("Tickmark: reading the corpus", 0, message, true);
        if ("token" in progress) (progress as { token: { onCancellationRequested: (then: () => void) => void } }).token.onCancellationRequested(() => (cancelled = true));
      } else progress?.report(Math.round((done / total) * 100), message);
      begun = true;
      sendStatus(session, "indexing", { done, total });
    },
  });
  await session.readDecidedAgain();
  if (begun) progress?.done();
  for (const [path, problems] of library.problems) for (const { message, line } of problems) connection.console.warn(`${path}${line ? `:${line}` : ""}: ${message}`);
  const notes = session.readNotes();
  sendStatus(session, "ready", cancelled ? { message: "cancelled: part of the corpus is not read" } : {});
  session.firstIndexDone(Math.round(performance.now() - start));
  await notes;
  refreshLenses(session);
}

/** Globs that the client watches: the corpus folders with what they include, and the notes. */
export const watchGlobs = (session: Session): GlobPattern[] => [
  ...[...session.library.roots.map(({ path }) => path), ...session.library.missing].map((folder): GlobPattern => {
    // VS Code watches outside the workspace only below a base
    const relative = session.capabilities.workspace?.didChangeWatchedFiles?.relativePatternSupport;
    return relative ? { baseUri: uriOfPath(folder), pattern: "**" } : `${folder}/**`;
  }),
  ...session.settings.notesInclude,
  `**/${DECISIONS}`,
];

const isDecisions = (path: string): boolean => path.endsWith(`/${DECISIONS}`) || path.endsWith("/.tickmark");

/** A function that takes the URIs of changed files and has them read when quiet. */
export function keepUpToDate(current: () => Session): (uris: readonly string[]) => void {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the oldest waiting event came. */
  let since: number | undefined;
  const run = async () => {
    const session = current();
    await reading;
    const paths = [...waiting].map((path) => session.libraryPath(path));
    waiting.clear();
    since = undefined;
    // a corpus folder that was not there may have come, one that was may be gone
    let folders = session.library.rootsChanged();
    let changed = paths.some(isDecisions) && (await session.readDecisions()) ? 1 : 0;
    let start = performance.now();
    for (const path of paths) {
      if (isDecisions(path)) continue;
      try {
        const stats = statSync(path, { throwIfNoEntry: false });
        if (!stats) {
          session.library.forget(path);
          session.noteTable.refresh(path);
          changed++;
        } else if (stats.isDirectory()) folders = true;
        else if (session.isNote(path)) {
          if (session.isInside(path)) session.noteTable.refresh(path);
        } else if (session.library.holds(path) && session.library.refresh(path)) changed++;
      } catch (error) {
        session.connection.console.warn(`${path}: could not be read again (${String(error)})`);
      }
      if (performance.now() - start > SLICE) {
        await new Promise((resolve) => setImmediate(resolve));
        start = performance.now();
      }
    }
    if (folders) await readCorpus(session);
    else if (changed) sendStatus(session, "ready");
    if (!folders) refreshLenses(session);
  };
  return (uris) => {
    for (const uri of uris) {
      const path = pathOfUri(uri);
      if (path !== undefined) waiting.add(path);
    }
    clearTimeout(timer);
    // a folder that is written to without a pause is read all the same
    since ??= Date.now();
    const wait = Math.max(0, Math.min(QUIET, since + LONGEST - Date.now()));
    timer = setTimeout(() => void run().catch((error: unknown) => current().connection.console.error(`changed files could not be read: ${String(error)}`)), wait);
  };
}
