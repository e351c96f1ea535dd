// A reading worker: takes paths, answers with segments. It has tables of its own and shares nothing.
import { parentPort, workerData } from "node:worker_threads";
import { readChunks } from "../../../corpus/src/index/readChunks.ts";
import { readSourceFile } from "../host/readSourceFile.ts";
import { loadTables } from "../host/tables.ts";

const { dist } = workerData as { readonly dist: string };
const tables = loadTables(dist);

parentPort?.on("message", ({ path, modified }: { readonly path: string; readonly modified: number }) => {
  const { source, problems } = readSourceFile(path, modified);
  parentPort?.postMessage({ path, problems, text: source?.text ?? "", ...(source ? { reading: readChunks(source, tables) } : {}) });
});
