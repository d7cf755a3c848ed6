import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { wallsOf } from './tools/walls.mjs';

const production = ['apps/*/src/**/*.{ts,tsx}', 'libs/*/src/**/*.{ts,tsx}', 'migrations/src/**/*.ts'];
const tests = ['**/*spec.ts', '**/*spec.tsx', 'libs/testing/**', 'apps/e2e/**', 'tools/**'];

/** Sentences shown when a line crosses a limit of the house. */
const noClock = 'Time is an argument: inject Clock.';
const noHooks = 'What Site, App and papers share has no hooks: state belongs to the App.';

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', '.nx/**', '.local/**', 'libs/api-client/src/generated/**', '**/test-results/**', '**/playwright-report/**'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      eqeqeq: 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
    },
  },
  {
    files: production,
    ignores: tests,
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true, IIFEs: true }],
      'max-params': ['error', 6],
      'no-console': ['error', { allow: ['error', 'warn', 'info'] }],
    },
  },
  {
    files: ['libs/*/src/**/*.{ts,tsx}'],
    ignores: [...tests, 'libs/platform/src/clock/clock.ts', 'libs/ui/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: noClock },
        { selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']", message: noClock },
        { selector: "CallExpression[callee.name='forwardRef']", message: 'A circle between modules: split by feature.' },
        { selector: "Property[key.name='synchronize']", message: 'The database changes by migrations only.' },
      ],
    },
  },
  {
    files: ['**/*.rules.ts', '**/*.policy.ts'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [{ group: ['@nestjs/*', 'typeorm', 'pg', 'bullmq', 'react'], message: 'Rules are pure: values in, a verdict out.' }] }],
    },
  },
  {
    // Pages of the Site are drawn on the server and papers are printed: what both share keeps no state.
    files: ['libs/ui/src/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "CallExpression[callee.type='Identifier'][callee.name=/^use([A-Z]|$)/]", message: noHooks },
        { selector: "CallExpression[callee.type='MemberExpression'][callee.property.name=/^use([A-Z]|$)/]", message: noHooks },
        { selector: "ImportDeclaration[source.value='react'] > ImportSpecifier[imported.name=/^use([A-Z]|$)/]", message: noHooks },
      ],
    },
  },
  { files: ['apps/web/**/*.{ts,tsx}'], plugins: { 'react-hooks': reactHooks }, rules: reactHooks.configs.recommended.rules },
  ...wallsOf(),
);
