import parser from '@typescript-eslint/parser';
import { defineConfig } from 'eslint/config';
import testingLibrary from 'eslint-plugin-testing-library';

// Oxlint looks for what is wrong anywhere (`.oxlintrc.json`). Here is what is ours: who imports whom, and how a room is written.

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
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parser },
    // Whether a comment still silences something is known to whichever of the two linters it speaks to.
    linterOptions: { reportUnusedDisableDirectives: 'off' },
  },
  ...roomRules,
  {
    // Where the values of the setting are listed, each with its edition.
    files: ['src/diagnosis/editions.ts', 'src/zendesk/settings.ts'],
    rules: { 'no-restricted-syntax': ['error', ...inEveryRoom] },
  },
  {
    files: ['spec/panel/**/*.tsx'],
    ...testingLibrary.configs['flat/react'],
  },
);
