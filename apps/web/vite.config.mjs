import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const lib = (path) => fileURLToPath(new URL(`../../libs/${path}`, import.meta.url));

/** Lays every script and sheet beside itself, packed: a third of the way on a slow line. The server sends what the browser takes. */
const packed = {
  name: 'packed',
  writeBundle({ dir }) {
    const assets = join(dir, 'assets');
    for (const name of readdirSync(assets).filter((each) => /\.(js|css)$/.test(each))) {
      const file = join(assets, name);
      const bytes = readFileSync(file);
      writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
      writeFileSync(`${file}.br`, brotliCompressSync(bytes));
    }
  },
};

/** The App at /app. Libs are bundled from their sources, so no other build has to come first. */
export default defineConfig({
  base: '/app/',
  plugins: [react({ jsxImportSource: '@yoriai/ui' }), packed],
  resolve: {
    alias: [
      { find: /^@yoriai\/ui\/theme\/(.*)$/, replacement: lib('ui/src/theme/$1') },
      { find: /^@yoriai\/ui\/(jsx-runtime|jsx-dev-runtime)$/, replacement: lib('ui/src/$1.ts') },
      { find: /^@yoriai\/ui\/texts\/(.*)$/, replacement: lib('ui/src/texts/$1/index.ts') },
      { find: /^@yoriai\/(ui|api-client)$/, replacement: lib('$1/src/index.ts') },
    ],
  },
  build: {
    target: 'es2022',
    // The page runs under a strict content policy: nothing may stand in the page itself.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  server: { proxy: Object.fromEntries(['/api', '/sign-in', '/theme', '/print', '/events'].map((path) => [path, 'http://localhost:3000'])) },
});
