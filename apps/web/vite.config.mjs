import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const lib = (path) => fileURLToPath(new URL(`../../libs/${path}`, import.meta.url));

/** The App at /app. Libs are bundled from their sources, so no other build has to come first. */
export default defineConfig({
  base: '/app/',
  plugins: [react({ jsxImportSource: '@yoriai/ui' })],
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
