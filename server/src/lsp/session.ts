// A session with one client: its workspace folders and settings, the library, the open documents as drafts, and when the
// first index is complete. Created at `initialize`; everything slow begins after it was answered.
import { type Connection, type ClientCapabilities, type TextDocuments } from "vscode-languageserver/node";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { KnownNote } from "../../../corpus/src/features/notes/notesOf.ts";
import { readArticles } from "../../../corpus/src/articles/readArticles.ts";
import { regionOf } from "../../../corpus/src/articles/regionOf.ts";
import { applyDecisions, type Decision } from "../../../corpus/src/entities/decisions.ts";
import { createTypeAhead, type TypeAhead } from "../../../corpus/src/entities/typeAhead.ts";
import type { Desk } from "../../../corpus/src/features/desk.ts";
import { messagesFor, type Messages } from "../../../corpus/src/features/messages.ts";
import { Draft } from "../../../corpus/src/features/draft.ts";
import { noteDay } from "../../../corpus/src/note/readDay.ts";
import { parseNote } from "../../../corpus/src/note/parseNote.ts";
import type { Note } from "../../../corpus/src/note/note.ts";
import { notePassages } from "../../../corpus/src/note/notePassages.ts";
import { workspaceFolder } from "../../../corpus/src/note/workspaceFolder.ts";
import type { ReadingTables } from "../../../corpus/src/index/readChunks.ts";
import { readSourceFile } from "../host/readSourceFile.ts";
import { readDecisionFiles } from "../host/decisionFiles.ts";
import { NoteTable } from "../host/noteTable.ts";
import { Library } from "../host/library.ts";
import { beforeRest } from "./idle.ts";
import { isInside, pathOfUri, realPath, uriOfPath } from "../host/paths.ts";
import { mayRead, rootOf } from "../host/roots.ts";
import { DEFAULT_SETTINGS, readSettings, type Settings } from "../host/settings.ts";
import { distFolder, loadTables } from "../host/tables.ts";
import { pathFilter, type PathFilter } from "../host/walk.ts";

export interface ReadyAnswer {
  readonly articles: number;
  readonly passages: number;
  readonly figures: number;
  readonly entities: number;
  readonly elapsedMs: number;
}

const today = (): string => new Date().toISOString().slice(0, 10);

export class Session {
  readonly library: Library;
  /** Settled when the index of before, if there is one, can be asked. */
  opened: Promise<void>;
  indexOpened: () => void = () => undefined;
  /** Hears of files that were found changed before an event said so. */
  foundChanged: (path: string) => void = () => undefined;
  /** The notes on disk. */
  readonly noteTable = new NoteTable();
  settings: Settings = DEFAULT_SETTINGS;
  #folders: readonly string[];
  readonly #messages: Messages;
  #noteFilter: PathFilter | undefined;
  #typeAhead: { readonly version: number; readonly typeAhead: TypeAhead } | undefined;
  readonly #drafts = new Map<string, { readonly version: number; readonly index: number; readonly draft: Draft }>();
  readonly #notes = new Map<string, Note>();
  #notesLoaded: Promise<void> = Promise.resolve();
  readonly #bundled: ReadingTables;
  #decisions: readonly Decision[] = [];
  #deciding: Promise<boolean> = Promise.resolve(false);
  readonly #ready: Promise<ReadyAnswer>;
  #resolveReady: (answer: ReadyAnswer) => void = () => undefined;

  constructor(
    readonly connection: Connection,
    readonly documents: TextDocuments<TextDocument>,
    readonly capabilities: ClientCapabilities,
    folders: readonly string[],
    /** The interface's language, as the client says it. */
    locale: string | undefined,
    /** The client has Tickmark's own commands. */
    readonly knowsCommands = false,
    /** The workspace is trusted; a client that knows no such thing trusts it. */
    public trusted = true,
    /** The folder that the client keeps for the index. */
    storage?: string,
  ) {
    this.#folders = folders;
    this.#messages = messagesFor(locale);
    this.#bundled = loadTables(distFolder());
    this.library = new Library(this.#bundled, {
      dist: distFolder(),
      ...(storage === undefined ? {} : { storage }),
      say: (line) => this.connection.console.warn(line),
      changed: (path) => this.foundChanged(path),
    });
    beforeRest(() => this.library.rest());
    this.opened = new Promise((resolve) => {
      this.indexOpened = resolve;
    });
    this.#ready = new Promise((resolve) => {
      this.#resolveReady = resolve;
    });
  }

  /** Settled when the first index is complete. */
  get ready(): Promise<ReadyAnswer> {
    return this.#ready;
  }

  /** Settled when the notes have been read as far as they are known. */
  get notesLoaded(): Promise<void> {
    return this.#notesLoaded;
  }

  get folders(): readonly string[] {
    return this.#folders;
  }

  /** Workspace folders came or went. */
  setFolders(folders: readonly string[]): void {
    this.#folders = folders;
  }

  firstIndexDone(elapsedMs: number): void {
    const { articles, passages, figures, entities } = this.library.index.counts();
    this.#resolveReady({ articles, passages, figures, entities, elapsedMs });
  }

  /** Takes what the folders' decision files say now; true if they say something new. Nothing is read where trust is missing. */
  readDecisions(): Promise<boolean> {
    return (this.#deciding = this.#deciding.catch(() => false).then(() => this.#takeDecisions()));
  }

  async #takeDecisions(): Promise<boolean> {
    const decisions = this.trusted ? readDecisionFiles(this.#folders, (message) => this.connection.console.warn(message)) : [];
    if (JSON.stringify(decisions) === JSON.stringify(this.#decisions)) return false;
    this.#decisions = decisions;
    await this.library.retable({ ...this.library.tables, lexicon: applyDecisions(this.#bundled.lexicon, decisions) }, decisions);
    return true;
  }

  /** Asks the client for the settings, where it can be asked. */
  async readSettings(given?: unknown): Promise<void> {
    const warn = (message: string) => this.connection.console.warn(message);
    if (!this.capabilities.workspace?.configuration) {
      this.settings = readSettings(given, warn);
      return;
    }
    this.settings = readSettings(await this.connection.workspace.getConfiguration("tickmark"), warn);
  }

  get desk(): Desk {
    return {
      index: this.library.index,
      tables: this.library.tables,
      settings: this.settings,
      uriOf: uriOfPath,
      fileText: (path) => this.fileText(path),
      isInside: (path) => this.isInside(path),
      isCorpusPath: (path) => this.library.holds(path),
      workspaceFolderOf: (path) => workspaceFolder(this.#folders, path),
      messages: this.#messages,
      snippets: this.capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
    };
  }

  get typeAhead(): TypeAhead {
    const { lexicon } = this.library.tables;
    if (this.#typeAhead?.version !== lexicon.version) this.#typeAhead = { version: lexicon.version, typeAhead: createTypeAhead(lexicon) };
    return this.#typeAhead.typeAhead;
  }

  /** Reads the workspace's notes as the settings have them now. */
  readNotes(): Promise<void> {
    const without = this.library.roots.flatMap(({ path, real }) => [path, real]);
    this.#notesLoaded = this.noteTable.load({ folders: this.#folders, without, isNote: (path) => this.isNote(path) });
    return this.#notesLoaded;
  }

  /** Every note of the workspace, open ones as they are in the editor. */
  notes(): KnownNote[] {
    const all = new Map<string, KnownNote>(this.noteTable.notes());
    for (const { uri } of this.documents.all()) {
      const draft = this.draft(uri);
      if (draft?.note) all.set(draft.path, { path: draft.path, note: draft.note, draft });
    }
    return [...all.values()];
  }

  /** The text of a file that a citation may name: of the index, else of the disk where it lies inside a corpus root. */
  fileText(path: string): string | undefined {
    const known = this.library.index.file(path);
    if (known) return known.text;
    if (!mayRead(this.library.roots, path)) return undefined;
    return readSourceFile(path).source?.text;
  }

  /** Whether a path's real place lies in a workspace or corpus folder; nothing else is ever read. */
  isInside(path: string): boolean {
    const real = realPath(path) ?? path;
    return rootOf(this.library.roots, real) !== undefined || this.#folders.some((folder) => isInside(real, realPath(folder) ?? folder));
  }

  /** Whether a path is a research note: Markdown outside every corpus folder that the settings do not leave out. */
  isNote(path: string): boolean {
    if (!path.toLowerCase().endsWith(".md") || rootOf(this.library.roots, path)) return false;
    const folder = this.#folders.find((one) => isInside(path, one));
    const relative = folder ? path.slice(folder.length + 1) : path.slice(1);
    this.#noteFilter ??= pathFilter(this.settings.notesInclude, this.settings.notesExclude);
    return this.#noteFilter(relative);
  }

  /** The open document as a draft; undefined for what is neither a note nor an article. */
  draft(uri: string): Draft | undefined {
    const document = this.documents.get(uri);
    const path = pathOfUri(uri);
    if (!document || path === undefined) return undefined;
    const known = this.#drafts.get(uri);
    const { version } = document;
    if (known?.version === version && known.index === this.library.tables.lexicon.version) return known.draft;
    const draft = this.#read(document.getText(), path, uri, known?.draft);
    if (draft) this.#drafts.set(uri, { version, index: this.library.tables.lexicon.version, draft });
    return draft;
  }

  /** `earlier`: the document before it changed. */
  #read(text: string, path: string, uri: string, earlier: Draft | undefined): Draft | undefined {
    const { tables } = this.library;
    if (this.isNote(path)) {
      const note = parseNote(text, this.#notes.get(uri));
      this.#notes.set(uri, note);
      const { wording } = regionOf(text);
      return new Draft({ path, text, region: wording, date: noteDay(note, path) ?? today(), passages: notePassages(note), note, articles: [] }, tables, earlier?.note ? earlier : undefined);
    }
    const root = rootOf(this.library.roots, path);
    if (!root) return undefined;
    const { articles } = readArticles({ path, text, modified: Date.now() });
    const [first] = articles;
    return new Draft({ path, text, region: first?.wording ?? "TW", date: first?.date?.day ?? today(), passages: articles.flatMap((article) => article.passages), articles }, tables);
  }

  /** What is a note and what an article is asked anew. */
  forgetDrafts(): void {
    this.#drafts.clear();
    this.#noteFilter = undefined;
  }

  forgetDraft(uri: string): void {
    this.#drafts.delete(uri);
    this.#notes.delete(uri);
  }

  /** The path as the library knows it: a document opened under a root's real path is the file under its name. */
  libraryPath(path: string): string {
    const root = rootOf(this.library.roots, path);
    if (!root || isInside(path, root.path)) return path;
    const real = realPath(path) ?? path;
    return isInside(real, root.real) ? root.path + real.slice(root.real.length) : path;
  }
}
