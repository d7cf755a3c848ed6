import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { generate } from 'orval';
import { operationName } from '../libs/api-client/operation-names.mjs';
import { build } from './build.mjs';
import { ROOT } from './postgres-place.mjs';
import { plainly } from './say.mjs';

const LIB = path.join(ROOT, 'libs/api-client');

/** Writes `<folder>/generated/api.ts` from the API's description; `<folder>/request.ts` sends the requests. */
async function writeClient(document, folder) {
  await generate(
    {
      input: { target: document },
      output: {
        target: path.join(folder, 'generated/api.ts'),
        client: 'fetch',
        mode: 'single',
        clean: false,
        override: {
          mutator: { path: path.join(folder, 'request.ts'), name: 'request' },
          operationName: (_operation, route, verb) => operationName(verb, route),
          enumGenerationType: 'union',
          fetch: { includeHttpResponseReturnType: false },
        },
      },
    },
    LIB,
    { logger: undefined },
  );
}

/** The description as the API gives it, without a database. */
async function describe() {
  // Not the App itself: with a client that is behind it can't be built.
  await build(['--exclude=@yoriai/web']);
  const { apiDocument } = await import(pathToFileURL(path.join(ROOT, 'apps/api/dist/api-document.js')).href);
  return apiDocument();
}

/** `node tools/api-client.mjs [--from description.json --to folder]`: the second form is the drift test's. */
const [, , from, file, to, folder] = process.argv;
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await plainly(async () => {
    if (from !== '--from' || to !== '--to') {
      await writeClient(await describe(), path.join(LIB, 'src'));
      console.info('libs/api-client/src/generated/api.ts');
      return;
    }
    mkdirSync(folder, { recursive: true });
    cpSync(path.join(LIB, 'src/request.ts'), path.join(folder, 'request.ts'));
    await writeClient(JSON.parse(readFileSync(file, 'utf8')), folder);
  });
}
