// The help pages of the command line, each with examples.

const PAGES: Readonly<Record<string, string>> = {
  lsp: `tickmark lsp --stdio | --node-ipc

  Starts the language server. Editors call this.

  tickmark lsp --stdio
`,
  index: `tickmark index DIR… [--json]

  Reads the corpus folders and tells what is in them: articles, figures, names, copies, and every file that could not
  be read, with its reason.

  tickmark index corpus
  tickmark index corpus --json | jq .problems
`,
  articles: `tickmark articles PATH…

  Prints the articles of files or folders as JSON lines: file, firstLine, lastLine, titleLine, title, publisher, date,
  dateInferred, duplicateOf. Lines are 1-based.

  tickmark articles corpus/feeds/2025-12.txt
  tickmark articles corpus | jq -r .title
`,
  extract: `tickmark extract FILE… [--figures | --entities] [--no-lexicon]

  Prints every figure and name as JSON lines: file, line (1-based), start and end (UTF-16 columns, end exclusive), text,
  type, kind, value, unit, id, and what each figure says.
  --no-lexicon finds names by their evidence in the text alone.

  tickmark extract corpus/2025-11-20-nvda.md
  tickmark extract corpus/feeds/*.txt | jq -r 'select(.kind=="money") | .text'
`,
  find: `tickmark find QUERY… [--corpus DIR]… [--limit N]

  Finds the figures and passages that fit a few words, best first.

  tickmark find 輝達 第三季 營收
  tickmark find "Nvidia data centre revenue" --corpus ~/corpus
`,
  cite: `tickmark cite TEXT [--corpus DIR]… [--note FILE] [--why] [--limit N]

  Finds the sources of the last figure of a sentence, or of the figure that would come next, and prints the citation.
  --why tells what each score is made of.

  tickmark cite "輝達第三季營收達570億美元"
  tickmark cite "輝達第三季營收" --why
`,
  export: `tickmark export NOTE --to plain | footnotes | pandoc | html | csv [--corpus DIR]…

  Prints a note in another form: the text alone, with footnotes, for pandoc (--citeproc) with its sources, as one HTML
  page, or its figures with their sources as a table for a spreadsheet.

  tickmark export notes/weekly.md --to footnotes > weekly.md
  tickmark export notes/weekly.md --to pandoc | pandoc --citeproc -o weekly.docx
  tickmark export notes/weekly.md --to csv > weekly.csv
`,
};

const OVERVIEW = `tickmark: traces the figures and names of a research note to the very words of the articles they come from

  tickmark index DIR…          read corpus folders, tell what is in them
  tickmark articles PATH…      the articles of files, as JSON lines
  tickmark extract FILE…       the figures and names of files, as JSON lines
  tickmark find QUERY…         figures and passages that fit a few words
  tickmark cite TEXT           the source of a sentence's figure, as a citation
  tickmark export NOTE         a note with footnotes, for pandoc, as a page or a table
  tickmark lsp --stdio         the language server, for editors

  tickmark help COMMAND        options and examples
  Corpus folders come from --corpus, else from tickmark.corpus.folders of the nearest .vscode/settings.json, else ./corpus.
`;

/** The page of a command, or the overview. */
export const help = (command?: string): string => (command === undefined ? OVERVIEW : (PAGES[command] ?? OVERVIEW));
