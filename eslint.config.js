/** The few rules that need types, and what core must not touch; form and the rest belong to biome. */
import { defineConfig } from 'eslint/config';
import { parser, plugin } from 'typescript-eslint';

const clock = 'Core reads no clock: the instant arrives in the command.';
const chance = 'Core throws no dice: ids and seeds arrive from outside.';
const machine = 'Core touches no machine: ask for it through a port.';

const typed = {
  files: ['packages/*/src/**/*.ts', 'examples/*/src/**/*.ts', 'scripts/*.ts'],
  languageOptions: { parser, parserOptions: { projectService: true } },
  plugins: { '@typescript-eslint': plugin },
  linterOptions: { reportUnusedDisableDirectives: 'error' },
  rules: {
    '@typescript-eslint/await-thenable': 'error',
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': 'error',
    '@typescript-eslint/only-throw-error': 'error',
    '@typescript-eslint/strict-boolean-expressions': [
      'error',
      { allowNullableBoolean: true, allowNullableString: true },
    ],
    '@typescript-eslint/switch-exhaustiveness-check': ['error', { allowDefaultCaseForExhaustiveSwitch: false }],
  },
};

const pure = {
  files: ['packages/core/src/**/*.ts'],
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-globals': [
      'error',
      { name: 'performance', message: clock },
      { name: 'console', message: machine },
      { name: 'document', message: machine },
      { name: 'fetch', message: machine },
      { name: 'indexedDB', message: machine },
      { name: 'localStorage', message: machine },
      { name: 'process', message: machine },
      { name: 'setInterval', message: machine },
      { name: 'setTimeout', message: machine },
      { name: 'window', message: machine },
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: clock },
      { object: 'Math', property: 'random', message: chance },
      { object: 'crypto', property: 'getRandomValues', message: chance },
      { object: 'crypto', property: 'randomUUID', message: chance },
    ],
    'no-restricted-syntax': [
      'error',
      { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: clock },
      { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
    ],
  },
};

export default defineConfig({ ignores: ['**/dist/', '**/coverage/'] }, typed, pure);
