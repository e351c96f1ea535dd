// What the system says of a process: resident set and its peak in MB, processor time in ms. Linux only; NaN elsewhere.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

function field(pid, name) {
  try {
    return Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
  } catch {
    return NaN;
  }
}
export const residentMegabytes = (pid) => field(pid, "VmRSS");
export const peakMegabytes = (pid) => field(pid, "VmHWM");

/** Processor time of all its threads, in steps of 10 ms. */
export function processorMs(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return NaN;
  }
}

/** Bytes of all files below a folder; 0 where there is none. */
export function bytesBelow(folder) {
  if (!existsSync(folder)) return 0;
  let sum = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) if (entry.isFile()) sum += statSync(join(entry.parentPath ?? entry.path, entry.name)).size;
  return sum;
}

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
