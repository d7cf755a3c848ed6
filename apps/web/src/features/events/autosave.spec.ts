import { describe, expect, it } from '@jest/globals';
import { Autosave, type SaveState } from './autosave.js';

interface Saved {
  readonly version: number;
  readonly text: string;
}

/** A server that keeps one text and refuses who did not see the last version. */
function aServer() {
  let current: Saved = { version: 1, text: '' };
  const seen: string[] = [];
  const gates: (() => void)[] = [];
  return {
    seen,
    open: () => gates.shift()?.(),
    waiting: () => gates.length,
    current: () => current,
    faster: () => (current = { version: current.version + 1, text: 'theirs' }),
    send: async (text: string, version: number): Promise<Saved> => {
      await new Promise<void>((resolve) => gates.push(resolve));
      if (version !== current.version) throw new Error('stale');
      seen.push(text);
      current = { version: version + 1, text };
      return current;
    },
  };
}

function listening(server: ReturnType<typeof aServer>) {
  const states: SaveState['kind'][] = [];
  const autosave = new Autosave<string, Saved>({ send: server.send, versionOf: (saved) => saved.version, now: () => new Date(0) }, 1);
  autosave.listen({ onState: (state) => states.push(state.kind), onSaved: () => undefined });
  return { autosave, states };
}

/** Everything that was only waiting for its turn has had it. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

describe('saving by itself', () => {
  it('sends the newest of several waiting texts, each on the version before it', async () => {
    const server = aServer();
    const { autosave, states } = listening(server);
    const first = autosave.save('た');
    const last = autosave.save('たこ');
    const newest = autosave.save('たこあげ');
    for (let round = 0; round < 4; round += 1) {
      server.open();
      await turn();
    }
    expect(await Promise.all([first, last, newest])).toEqual([true, true, true]);
    expect(server.seen).toEqual(['た', 'たこあげ']);
    expect(states).toEqual(['saving', 'saving', 'saved']);
  });

  it('stops at a collision and goes on once the other version was looked at', async () => {
    const server = aServer();
    const { autosave, states } = listening(server);
    server.faster();
    const first = autosave.save('mine');
    server.open();
    expect(await first).toBe(false);
    expect(states.at(-1)).toBe('failed');
    autosave.rebase(2);
    const second = autosave.save('mine');
    server.open();
    expect(await second).toBe(true);
    expect(server.current()).toEqual({ version: 3, text: 'mine' });
  });
});
