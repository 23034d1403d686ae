import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import jest from 'eslint-plugin-jest';
import reactHooks from 'eslint-plugin-react-hooks';
import testingLibrary from 'eslint-plugin-testing-library';
import globals from 'globals';
import tseslint from 'typescript-eslint';

// The one-way flow of docs/architecture.md: what each room imports besides its own files.
const mayImport = {
  shared: [],
  address: ['shared'],
  diagnosis: ['shared'],
  wording: ['shared', 'diagnosis'],
  customersdot: ['shared', 'address', 'diagnosis'],
  mailgun: ['shared', 'address', 'diagnosis'],
  zendesk: ['shared'],
  investigation: ['shared', 'address', 'diagnosis'],
  replies: ['shared', 'address', 'diagnosis', 'wording'],
  setup: ['shared', 'address', 'diagnosis', 'wording', 'customersdot', 'mailgun', 'zendesk'],
  app: [
    'shared',
    'address',
    'diagnosis',
    'wording',
    'customersdot',
    'mailgun',
    'zendesk',
    'investigation',
    'replies',
    'setup',
  ],
  panel: ['shared', 'address', 'diagnosis', 'wording', 'investigation', 'replies', 'setup', 'app'],
};
const rooms = Object.keys(mayImport);

const noOwnClock = [
  "CallExpression[callee.object.name='Date'][callee.property.name='now']",
  "NewExpression[callee.name='Date'][arguments.length=0]",
].map((selector) => ({ selector, message: 'Take the clock as a parameter.' }));

// Each element becomes an argument, and some hundred thousand of them overflow the stack.
const noSpreadCalls = [':matches(CallExpression, NewExpression) > SpreadElement.arguments'].map(
  (selector) => ({
    selector,
    message: 'Spread no list into a call: use reduce, concat or a loop, or say why it is short.',
  }),
);

// docs/decisions/0050: an edition is data. What is asked of it is what it holds, never which one it is.
const noEditionAsked = [
  'ImportDeclaration[source.value=/\\u002feditions\\u002f/]',
  ...[
    'MemberExpression[property.name=/^(edition|portalSignIn)$/]',
    'Identifier[name=/^(edition|portalSignIn)$/]',
  ].map((one) => `:matches(BinaryExpression, SwitchStatement) > ${one}`),
  ":matches(BinaryExpression, SwitchCase) > Literal[value='password']",
  "Literal[value='one_time_link']",
].map((selector) => ({ selector, message: 'Ask what the edition holds, not which one it is.' }));

const inEveryRoom = [
  { selector: 'ThisExpression', message: 'Use a closure.' },
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
  { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' },
  ...noOwnClock,
  ...noSpreadCalls,
];

const roomRules = Object.entries(mayImport).map(([room, allowed]) => ({
  files: [`src/${room}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            group: rooms
              .filter((other) => other !== room && !allowed.includes(other))
              .flatMap((other) => [`../${other}/**`, `../../${other}/**`])
              .concat('**/sandbox/**', '**/spec/**', '**/fixtures/**', '**/main'),
            message: `src/${room} may import only: ${['itself', ...allowed].join(', ')}.`,
          },
          ...(room === 'panel'
            ? []
            : [
                {
                  group: [
                    'react',
                    'react-dom',
                    'react-dom/**',
                    '@zendeskgarden/**',
                    'styled-components',
                  ],
                  message: 'Only src/panel draws.',
                },
              ]),
        ],
      },
    ],
    // Only main.tsx touches the world; every room is given its clock, its client and its window parts.
    'no-restricted-globals': [
      'error',
      ...(room === 'panel' ? [] : ['window', 'document']),
      'fetch',
      'XMLHttpRequest',
      'localStorage',
      'sessionStorage',
      'ZAFClient',
    ],
    'no-restricted-syntax': ['error', ...inEveryRoom, ...noEditionAsked],
  },
}));

export default defineConfig(
  {
    ignores: [
      'dist/',
      'dist-gallery/',
      'build/',
      'node_modules/',
      'coverage/',
      'reports/',
      '.stryker-tmp/',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
    },
    // Whether a comment still silences something is known to whichever of the two linters it speaks to.
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: {
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'max-lines': ['error', { max: 300 }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Oxlint has it, as it has all that needs types: `.oxlintrc.json`.
      '@typescript-eslint/no-unused-vars': 'off',
    },
  },
  ...roomRules,
  {
    // Where the values of the setting are listed, each with its edition.
    files: ['src/diagnosis/editions.ts', 'src/zendesk/settings.ts'],
    rules: { 'no-restricted-syntax': ['error', ...inEveryRoom] },
  },
  {
    files: ['src/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    files: ['spec/**/*.{ts,tsx}'],
    ...jest.configs['flat/recommended'],
  },
  {
    files: ['spec/**/*.{ts,tsx}'],
    rules: {
      'max-lines': ['error', { max: 400 }],
      'jest/expect-expect': [
        'error',
        { assertFunctionNames: ['expect', 'expect*', 'fc.assert', 'assert*'] },
      ],
      'jest/no-disabled-tests': 'error',
      'jest/no-focused-tests': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['spec/panel/**/*.tsx'],
    ...testingLibrary.configs['flat/react'],
  },
  {
    files: [
      'sandbox/**/*.ts',
      'sandbox/**/*.tsx',
      'scripts/**/*.ts',
      'scripts/**/*.js',
      'spec/e2e/**/*.ts',
    ],
    rules: { 'no-console': 'off' },
  },
);
