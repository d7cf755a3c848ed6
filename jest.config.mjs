import { readFileSync } from 'node:fs';

const swc = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'));

/** One runner for everything but the browser journeys. ESM, because NestJS 12 is ESM only. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/migrations', '<rootDir>/tools'],
  testRegex: '(\\.|/)(spec|[a-z]+-spec)\\.tsx?$',
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '<rootDir>/apps/e2e/'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^content-disposition$': '<rootDir>/tools/jest-content-disposition.cjs',
    '^@yoriai/ui/(jsx-runtime|jsx-dev-runtime)$': '<rootDir>/libs/ui/src/$1.ts',
    '^@yoriai/ui/texts/([a-z-]+)/(in-app|with-screens)$': '<rootDir>/libs/ui/src/texts/$1/$2.ts',
    '^@yoriai/ui/texts/([a-z-]+)$': '<rootDir>/libs/ui/src/texts/$1/index.ts',
    '^@yoriai/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/.*/dist/'],
  transform: { '^.+\\.tsx?$': ['@swc/jest', { ...swc, swcrc: false }] },
  testSequencer: './tools/jest-sequencer.mjs',
  globalSetup: './tools/jest-global-setup.mjs',
  globalTeardown: './tools/jest-global-teardown.mjs',
  maxWorkers: 2,
  // Modules of a finished file are never let go of (ESM in vm): near its limit a worker only tidies up, and half a second takes half a minute.
  workerIdleMemoryLimit: '1200MB',
  testTimeout: 30_000,
};
