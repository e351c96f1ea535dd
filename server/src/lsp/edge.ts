// The one wrapper at the edge: every request gets cancellation, timing, one log line when it fails or is slow, and null.
import { CancellationToken, type Connection, LSPErrorCodes, ResponseError } from "vscode-languageserver/node";
import { stir } from "./idle.ts";

/** A request slower than this is logged, in milliseconds. */
const SLOW = 200;

/**
 * Wraps a handler for `connection.onX`. A failure is one log line and null; a cancelled request answers the protocol's
 * own error, so that the client does not show an old answer.
 */
export function guarded<Params, Result>(connection: Connection, name: string, handle: (params: Params, token: CancellationToken) => Result | Promise<Result>): (params: Params, token: CancellationToken) => Promise<Result | null | ResponseError<void>> {
  return async (params, given: CancellationToken | undefined) => {
    // a client that sends `[]` for no parameters (Neovim) has the token handed over alone
    const token = given ?? (CancellationToken.is(params) ? params : CancellationToken.None);
    const start = performance.now();
    try {
      // what is already queued behind this message, a cancellation among it, comes first
      await new Promise((resolve) => setImmediate(resolve));
      if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, name);
      return await handle(params, token);
    } catch (error) {
      connection.console.error(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message).split("\n").slice(0, 3).join(" | ") : String(error)}`);
      return null;
    } finally {
      stir();
      const elapsed = performance.now() - start;
      if (elapsed > SLOW) connection.console.warn(`${name} took ${Math.round(elapsed)} ms`);
    }
  };
}
