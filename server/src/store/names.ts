// The names of an index folder's files. What is not named like this was not made by us and is never removed.
import { randomBytes } from "node:crypto";

export const MANIFEST = "manifest";
export const LOCK = "writer.lock";

const SEGMENT = /^segment-[0-9]{1,15}-[0-9a-f]{8}$/;
const TEMPORARY = /^(?:manifest|segment-[0-9]{1,15}-[0-9a-f]{8})\.[0-9a-f]{12}\.tmp$/;
const LOCK_ASIDE = /^writer\.lock\.[0-9a-f]{16}\.aside$/;

/** A name for a segment of a generation that no other process makes too. */
export const segmentName = (generation: number): string => `segment-${generation}-${randomBytes(4).toString("hex")}`;

export const isSegmentName = (name: string): boolean => SEGMENT.test(name);
/** Left behind by a process that was killed while it wrote. */
export const isTemporaryName = (name: string): boolean => TEMPORARY.test(name) || LOCK_ASIDE.test(name);
/** Whether a file of this name may have been made by us. */
export const isOurName = (name: string): boolean => name === MANIFEST || name === LOCK || isSegmentName(name) || isTemporaryName(name);
