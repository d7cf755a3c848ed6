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

/** The words of each language are in two files that say so: those of the first screen, and those that come with others. */
function fileOf({ facadeModuleId }) {
  const [, lang, file] = /\/texts\/([\w-]+)\/(in-app|with-screens)\./.exec(facadeModuleId ?? '') ?? [];
  return lang === undefined ? 'assets/[name]-[hash].js' : `assets/${file === 'in-app' ? 'words' : 'more-words'}-${lang}-[hash].js`;
}

/** What the App begins with, in three files that a browser keeps for as long as they stay the same: React, the other libraries, our own. Everything else comes with its screen. */
const PARTS = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, tags: ['$initial'] },
  { name: 'libraries', test: /node_modules\//, tags: ['$initial'] },
  { name: 'app', tags: ['$initial'] },
];

/** Answers that the first screen waits for, and who needs them: everybody signed in, everybody at home. */
const ANSWERS = { '/api/me': 'session', '/api/ward': 'session', '/api/alerts': 'session', '/api/events?scope=mine': 'home', '/api/shifts/hands': 'home', '/api/calls': 'home', '/api/me/events?scope=others': 'home', '/api/first-checks': 'home', '/api/co-hosts': 'home', '/api/start-requests/waiting': 'home', '/api/membership-requests/waiting': 'home', '/api/ward-decisions': 'home' };

/**
 * What the page asks for before anything runs: the sheet first, since nothing is drawn without it, then the scripts,
 * the words, the first answers. The server leaves what is for this reader (`data-only`).
 */
const askedFirst = {
  name: 'asked-first',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle }) {
      const words = Object.keys(bundle ?? {}).flatMap((file) => {
        const [, lang] = /\/words-(.+)-[\w-]{8}\.js$/.exec(file) ?? [];
        return lang === undefined ? [] : [[lang, file]];
      });
      const links = [
        ...words.map(([lang, file]) => `<link rel="modulepreload" fetchpriority="low" crossorigin href="/app/${file}" data-only="${lang}">`),
        ...Object.entries(ANSWERS).map(([address, whose]) => `<link rel="preload" as="fetch" crossorigin href="${address}" data-only="${whose}">`),
      ];
      const [sheet = ''] = /\s*<link rel="stylesheet"[^>]*>/.exec(html) ?? [];
      // The frame needs the sheet alone: on a slow line the scripts come after it, not beside it.
      const scripts = html.replace(sheet, '').replaceAll('<script type="module"', '<script type="module" fetchpriority="low"');
      return scripts.replace(/\s*<script type="module"/, (script) => `${sheet}${script}`).replace('</head>', `  ${links.join('\n    ')}\n  </head>`);
    },
  },
};

/** The App at /app. Libs are bundled from their sources, so no other build has to come first. */
export default defineConfig({
  base: '/app/',
  plugins: [react({ jsxImportSource: '@yoriai/ui' }), askedFirst, packed],
  resolve: {
    alias: [
      { find: /^@yoriai\/ui\/theme\/(.*)$/, replacement: lib('ui/src/theme/$1') },
      { find: /^@yoriai\/ui\/(jsx-runtime|jsx-dev-runtime)$/, replacement: lib('ui/src/$1.ts') },
      { find: /^@yoriai\/ui\/texts\/(.*)\/(in-app|with-screens)$/, replacement: lib('ui/src/texts/$1/$2.ts') },
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
    rolldownOptions: { output: { chunkFileNames: fileOf, codeSplitting: { groups: PARTS } } },
  },
  server: { proxy: Object.fromEntries(['/api', '/sign-in', '/theme', '/print', '/events'].map((path) => [path, 'http://localhost:3000'])) },
});
