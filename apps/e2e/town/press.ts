import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const API = new URL('../../api/dist/print/', import.meta.url);

interface Press {
  print(html: string): Promise<Buffer>;
  stop(): Promise<void>;
}

/** The Chromium that the API prints with, as it is built, for a page of our own making. */
export async function pressOfApi(): Promise<Press> {
  const built = (await import(fileURLToPath(new URL('press.js', API)))) as { Press: { start(chromium: { path: string; sandbox: boolean }, file: () => Promise<undefined>, gone: () => void): Promise<Press> } };
  return built.Press.start(
    { path: process.env.E2E_CHROMIUM ?? '', sandbox: true },
    async () => undefined,
    () => undefined,
  );
}

/** Process id of the Chromium that the API has started. */
export function chromiumOfApi(): number {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const [command, parent] = [read(pid, 'cmdline'), /\nPPid:\t(\d+)/.exec(read(pid, 'status'))?.[1]];
    if (parent && command.includes('host-resolver-rules') && read(parent, 'cmdline').includes('apps/api/dist/main.js') && isOurs(parent)) return Number(pid);
  }
  throw new Error('The API has no Chromium of its own');
}

/** Another checkout may be running beside this one. */
function isOurs(pid: string): boolean {
  return readlinkSync(`/proc/${pid}/cwd`) === ROOT.replace(/\/$/, '');
}

function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // Gone since it was listed.
    return '';
  }
}
