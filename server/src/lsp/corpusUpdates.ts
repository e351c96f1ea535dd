// The corpus while the session lasts: the first reading with progress, and what changes on disk afterwards. Bursts of
// events are gathered, and a file is read when it has been quiet for a moment, so that half-written ones are not.
import { CodeLensRefreshRequest, type GlobPattern, type WorkDoneProgressReporter } from "vscode-languageserver/node";
import { statSync } from "node:fs";
import { DECISIONS } from "../host/decisionFiles.ts";
import { isOnShare } from "../host/isOnShare.ts";
import type { LoadOptions } from "../host/library.ts";
import { uriOfPath } from "../host/paths.ts";
import { startSweep } from "../host/sweep.ts";
import { SegmentDamaged } from "../../../corpus/src/index/segment/segmentDamaged.ts";
import type { Session } from "./session.ts";

/** Milliseconds without an event before changed files are read. */
const QUIET = 150;
/** The longest that a changed file waits for quiet. */
const LONGEST = 1000;
/** Milliseconds between looks at what another process has written into the index. */
const FOLLOW = 5_000;

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
  const status: StatusParams = { state, articles, files, problems: session.library.problemCount, ...more };
  void session.connection.sendNotification("tickmark/status", status);
}

/** Counts of citing notes hang on notes and corpus alike. */
function refreshLenses(session: Session): void {
  if (session.settings.codeLensArticles && session.capabilities.workspace?.codeLens?.refreshSupport) session.connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
}

let reading: Promise<void> = Promise.resolve();

/** Reads the corpus as the settings have it now, from nothing if `anew`; a second call waits for the first. */
export function readCorpus(session: Session, anew = false): Promise<void> {
  reading = reading.then(() => read(session, anew)).catch((error: unknown) => {
    if (error instanceof SegmentDamaged && !anew) {
      session.connection.console.warn(`the index is built anew: ${error.message}`);
      return readCorpusNow(session);
    }
    failed(session, error);
    return undefined;
  });
  return reading;
}

const readCorpusNow = (session: Session): Promise<void> => read(session, true).catch((error: unknown) => failed(session, error));

function failed(session: Session, error: unknown): void {
  session.connection.console.error(`the corpus could not be read: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  sendStatus(session, "error", { message: String(error) });
  // who waits for the index or for the first reading is answered with what is there
  session.indexOpened();
  session.firstIndexDone(0);
}

/** How long answers wait for an index that is built anew, in milliseconds: that of a small corpus is there by then. */
const PATIENCE = 10_000;

let rebuilding: Promise<void> | undefined;

/** An answer met damaged bytes of the index: it is thrown away and read again, once however many answers meet them. Settled when answers may be asked for again. */
export function rebuildIndex(session: Session, error: Error): Promise<void> {
  if (!rebuilding) {
    session.connection.console.warn(`the index is built anew: ${error.message}`);
    const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE).unref());
    rebuilding = Promise.race([readCorpus(session, true), patience]);
    session.opened = rebuilding;
    void rebuilding.finally(() => (rebuilding = undefined));
  }
  return rebuilding;
}

async function read(session: Session, anew: boolean): Promise<void> {
  const start = performance.now();
  const { library, connection } = session;
  library.configure(session.folders, session.settings);
  await session.readDecisions();
  for (const missing of library.missing) connection.console.warn(`no corpus folder at ${missing}: make it, or name another in tickmark.corpus.folders`);
  const progress: WorkDoneProgressReporter | undefined = session.capabilities.window?.workDoneProgress ? await connection.window.createWorkDoneProgress().catch(() => undefined) : undefined;
  let begun = false;
  let cancelled = false;
  let last = 0;
  const load: LoadOptions = {
    opened: session.indexOpened,
    cancelled: () => cancelled,
    progress: ({ done, total, articles, elsewhere }) => {
      const now = performance.now();
      if ((!total && !elsewhere) || (now - last < 200 && begun)) return;
      last = now;
      const message = elsewhere ? `${number(articles)} articles; another window or process reads the rest` : progressMessage(done, total, articles, now - start);
      if (progress && !begun) {
        progress.begin("Tickmark: reading the corpus", 0, message, true);
        if ("token" in progress) (progress as { token: { onCancellationRequested: (then: () => void) => void } }).token.onCancellationRequested(() => (cancelled = true));
      } else progress?.report(total ? Math.round((done / total) * 100) : 0, message);
      begun = true;
      sendStatus(session, "indexing", { done, total });
    },
  };
  await (anew ? library.rebuild(load) : library.load(load));
  if (begun) progress?.done();
  for (const [path, { message, line }] of library.problems()) connection.console.warn(`${path}${line ? `:${line}` : ""}: ${message}`);
  const notes = session.readNotes();
  sendStatus(session, "ready", cancelled ? { message: "cancelled: part of the corpus is not read" } : {});
  session.firstIndexDone(Math.round(performance.now() - start));
  await notes;
  refreshLenses(session);
}

const number = (value: number): string => value.toLocaleString("en-US");

/** `elapsed` milliseconds: what is read, how fast, how much longer. */
function progressMessage(done: number, total: number, articles: number, elapsed: number): string {
  const left = done ? Math.ceil(((elapsed / done) * (total - done)) / 1000) : 0;
  return `${number(articles)} articles, ${number(done)} of ${number(total)} files, ${number(Math.round((articles * 1000) / Math.max(elapsed, 1)))} articles/s${left > 1 ? `, ${left} s left` : ""}`;
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

/** Settled when every change that was told is in the index, and the index as tidy as it will be. */
export async function settled(session: Session): Promise<null> {
  await session.updated();
  await reading;
  await session.library.settled();
  return null;
}

export interface Updates {
  /** Takes the paths of files that changed, came or went; they are read when quiet. */
  changed(paths: readonly string[]): void;
  stop(): void;
}

/** Keeps a session's corpus as the disk has it: by the client's events, by what answers find changed, and by looking where no events come. */
export function keepUpToDate(session: Session): Updates {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the oldest waiting event came. */
  let since: number | undefined;
  const run = async () => {
    await reading;
    const paths = [...waiting].map((path) => session.libraryPath(path));
    waiting.clear();
    since = undefined;
    // a corpus folder that was not there may have come, one that was may be gone
    let folders = session.library.rootsChanged();
    let changed = paths.some(isDecisions) && (await session.readDecisions()) ? 1 : 0;
    const gone: string[] = [];
    const articles: string[] = [];
    for (const path of paths) {
      if (isDecisions(path)) continue;
      try {
        const stats = statSync(path, { throwIfNoEntry: false });
        if (!stats) gone.push(path);
        else if (stats.isDirectory()) folders = true;
        else if (session.isNote(path)) {
          if (session.isInside(path)) session.noteTable.refresh(path);
        } else articles.push(path);
      } catch (error) {
        session.connection.console.warn(`${path}: could not be read again (${String(error)})`);
      }
    }
    for (const path of gone) session.noteTable.refresh(path);
    if (await session.library.refresh([...gone, ...articles])) changed++;
    if (folders) await readCorpus(session);
    else if (changed) sendStatus(session, "ready");
    if (!folders && changed) refreshLenses(session);
  };
  let running: Promise<void> | undefined;
  const start = (): void => {
    timer = undefined;
    const one = run().catch((error: unknown) => session.connection.console.error(`changed files could not be read: ${String(error)}`));
    running = one;
    void one.then(() => {
      if (running === one) running = undefined;
    });
  };
  const changed = (paths: readonly string[]): void => {
    for (const path of paths) waiting.add(path);
    clearTimeout(timer);
    // a folder that is written to without a pause is read all the same
    since ??= Date.now();
    const wait = Math.max(0, Math.min(QUIET, since + LONGEST - Date.now()));
    timer = setTimeout(start, wait);
  };
  session.updated = async () => {
    while (timer !== undefined || running) {
      if (timer !== undefined) {
        clearTimeout(timer);
        start();
      }
      await running;
    }
  };
  session.foundChanged = (path) => {
    if (!waiting.has(path)) changed([path]);
  };
  const { library } = session;
  const events = session.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  const sweep = startSweep({
    roots: () => library.roots.filter(({ real }) => !events || isOnShare(real)),
    wanted: (path) => library.wants(path),
    known: (path) => library.stampOf(path),
    changed,
  });
  const following = setInterval(() => void library.followWriter().then((other) => other && sendStatus(session, "ready"), (error: unknown) => session.connection.console.warn(`what another process wrote could not be taken: ${String(error)}`)), FOLLOW);
  following.unref();
  return {
    changed,
    stop() {
      clearTimeout(timer);
      clearInterval(following);
      sweep.stop();
    },
  };
}
