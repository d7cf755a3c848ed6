import { existsSync } from 'node:fs';
import path from 'node:path';
import { APPS_MAY_IMPORT } from './walls.mjs';

const CACHED = { cache: true, inputs: ['default'], outputs: ['{projectRoot}/dist'] };
/** The libs that the App may import; see walls.mjs. */
const APP_LIBS = APPS_MAY_IMPORT.web.map((lib) => `{workspaceRoot}/libs/${lib}/src/**/*`);
const SWC = 'swc src -d dist --strip-leading-paths --copy-files --delete-dir-on-start --quiet';
const NO_TESTS = "--ignore '**/*.spec.ts' --ignore '**/*.spec.tsx' --ignore '**/*-spec.ts' --ignore '**/*-spec.tsx'";

/**
 * How a workspace is built: the App by Vite, which bundles the sources of the libs it imports;
 * everything else by swc, file by file, so that no build waits for another.
 */
function buildTarget(workspaceRoot, root) {
  const folder = path.join(workspaceRoot, root);
  const options = { cwd: root };
  if (['ts', 'mts', 'mjs', 'js'].some((end) => existsSync(path.join(folder, `vite.config.${end}`)))) {
    return { ...CACHED, command: 'vite build', options, inputs: ['default', ...APP_LIBS] };
  }
  if (!existsSync(path.join(folder, 'src'))) return undefined;
  return { ...CACHED, command: `${SWC} ${NO_TESTS} --config-file ${path.relative(folder, path.join(workspaceRoot, '.swcrc'))}`, options };
}

/** Gives every workspace its build target, so that a new folder needs no settings of its own. */
export const createNodesV2 = [
  '{apps/*,libs/*,migrations}/package.json',
  (files, _options, { workspaceRoot }) =>
    files.map((file) => {
      const root = path.dirname(file);
      const build = buildTarget(workspaceRoot, root);
      return [file, build ? { projects: { [root]: { targets: { build } } } } : {}];
    }),
];
