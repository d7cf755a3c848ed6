import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const FILE = path.resolve(process.argv.find((arg) => arg.endsWith('.json')) ?? fileURLToPath(new URL('../package-lock.json', import.meta.url)));
const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const CPUS = ['arm64', 'arm', 'ia32', 'x64', 'riscv64', 'ppc64', 's390x', 'loong64', 'mips64el', 'wasm32'];

/** The operating system and processor in the name of a platform's package, as npm writes them in a lock. */
function platformOf(name) {
  const words = name.split('/').pop().replace('windows', 'win32').split(/[-.]/);
  const os = words.find((word) => SYSTEMS.includes(word));
  const cpu = words
    .map((word) => (word === 'arm64ec' || word === 'aarch64' ? 'arm64' : word === 'ppc64le' ? 'ppc64' : word))
    .find((word) => CPUS.includes(word));
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') && os === 'linux' ? 'glibc' : undefined;
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }) };
}

/** Where npm looks for a package that `from` asks for: beside it, then in every folder above. */
function found(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const where = at ? `${at}/node_modules/${name}` : `node_modules/${name}`;
    if (packages[where]) return true;
    if (!at) return false;
  }
}

/** The optional packages of other platforms that the lock should name and doesn't: an npm that was served only its own leaves them out, and `npm ci` then refuses the lock. */
function missing(packages) {
  const list = {};
  for (const [from, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (found(packages, from, name)) continue;
      // A range is answered by its own lowest version.
      list[`node_modules/${name}`] = { version: version.replace(/^[~^]/, ''), optional: true, ...platformOf(name) };
    }
  }
  return list;
}

/** The workspaces as npm writes them, from the folders that are there. */
function workspaces(root) {
  const { workspaces: patterns = [] } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const folders = patterns.flatMap((pattern) => {
    if (!pattern.endsWith('/*')) return [pattern];
    const base = pattern.slice(0, -2);
    return existsSync(path.join(root, base)) ? readdirSync(path.join(root, base)).map((name) => `${base}/${name}`) : [];
  });
  const list = {};
  for (const folder of folders.filter((each) => existsSync(path.join(root, each, 'package.json')))) {
    const { name, version, license, dependencies, devDependencies } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'));
    list[folder] = { name, version, ...(license && { license }), ...(dependencies && { dependencies }), ...(devDependencies && { devDependencies }) };
    list[`node_modules/${name}`] = { resolved: folder, link: true };
  }
  return list;
}

/** Drops the workspaces that are gone and names the new ones. */
function withWorkspaces(packages, own) {
  const ownEntry = ([where, entry]) => entry.link || (where !== '' && !where.includes('node_modules/'));
  return { ...Object.fromEntries(Object.entries(packages).filter((each) => !ownEntry(each))), ...own };
}

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const before = lock.packages;
lock.packages = withWorkspaces(before, workspaces(path.dirname(FILE)));
const strayed = [...new Set([...Object.keys(before), ...Object.keys(lock.packages)])].filter((where) => !before[where] || !lock.packages[where]);
const additions = missing(lock.packages);
const names = Object.keys(additions);
const addresses = Object.entries(lock.packages).filter(([, { resolved, link }]) => resolved && !link);

if (process.argv.includes('--check')) {
  for (const where of strayed) console.error(`workspace: ${where}`);
  for (const name of names) console.error(`missing: ${name} ${additions[name].version}`);
  for (const [where, { resolved }] of addresses) console.error(`address: ${where} ${resolved}`);
  if (strayed.length + names.length + addresses.length > 0) {
    console.error('package-lock.json is not fit for every machine: run `npm run lock:fix`.');
    process.exitCode = 1;
  }
} else {
  for (const [, entry] of addresses) delete entry.resolved;
  const { '': top, ...rest } = { ...lock.packages, ...additions };
  lock.packages = { '': top, ...Object.fromEntries(Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, 'en'))) };
  writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
  console.info(`${strayed.length} workspace entries changed, ${names.length} packages added, ${addresses.length} addresses removed.`);
}
