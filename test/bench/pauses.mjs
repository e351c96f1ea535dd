// How long a server keeps everyone waiting: an empty request every 5 ms, and a hover now and then, while something else goes on.
const EVERY = 5;

/** What no document stands behind: the server answers null and does nothing. */
export const EMPTY = { textDocument: { uri: "file:///nowhere.md" }, position: { line: 0, character: 0 } };

/**
 * Asks until `stop` is called.
 * @param {() => object} hover gives the parameters of the next hover; asked every 20 ms
 * @returns {{ stop: () => Promise<{ longest: number, empties: number[], hovers: number[], own: number }> }} milliseconds; `own` is how
 *   late this process itself woke at most: where it is as long as `longest`, the machine was busy and not the server
 */
export function watchPauses(server, hover) {
  const empties = [];
  const hovers = [];
  let own = 0;
  let going = true;
  const asked = [];
  let due = performance.now();
  let turn = 0;
  const ask = async (method, params, into) => {
    const start = performance.now();
    await server.request(method, params).catch(() => undefined);
    into.push(performance.now() - start);
  };
  const tick = () => {
    const now = performance.now();
    own = Math.max(own, now - due);
    if (!going) return;
    // those in flight are enough: a server that stands still is asked no more than ten times
    if (asked.length - empties.length - hovers.length < 10) {
      asked.push(ask("textDocument/hover", EMPTY, empties));
      if (hover && turn++ % 4 === 0) asked.push(ask("textDocument/hover", hover(), hovers));
    }
    due = performance.now() + EVERY;
    setTimeout(tick, EVERY);
  };
  tick();
  return {
    async stop() {
      going = false;
      await Promise.all(asked);
      return { longest: Math.max(0, ...empties), empties, hovers, own };
    },
  };
}
