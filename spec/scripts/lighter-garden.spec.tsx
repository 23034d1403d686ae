/** @jest-environment jsdom */
import '../support/match-media';
import { resolve } from 'node:path';
import { Anchor, Button } from '@zendeskgarden/react-buttons';
import { Field, Fieldset, Input, Radio, Textarea } from '@zendeskgarden/react-forms';
import { Alert } from '@zendeskgarden/react-notifications';
import { DEFAULT_THEME, ThemeProvider } from '@zendeskgarden/react-theming';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { readFolder, root } from '../../scripts/lib/app-folder';
import { gardenColors } from '../../scripts/lib/garden-colors';
import {
  type AskedColor,
  em,
  getColor,
  getValueAndUnit,
  hideVisually,
  math,
} from '../../scripts/lib/lighter-garden';
import { styledElements } from '../../scripts/lib/lighter-libraries';

type Ask = (...asked: readonly unknown[]) => unknown;

interface Call {
  readonly name: string;
  readonly asked: readonly unknown[];
  readonly said: unknown;
}

/** What Garden's components ask of the functions that are others in the built app, and what its own say. */
const mockCalls: Call[] = [];

function mockHeard(library: Readonly<Record<string, Ask>>, names: readonly string[]) {
  const heard =
    (name: string): Ask =>
    (...asked) => {
      const said = library[name]?.(...asked);
      mockCalls.push({ name, asked, said });
      return said;
    };
  return { ...library, ...Object.fromEntries(names.map((name) => [name, heard(name)])) };
}

jest.mock('@zendeskgarden/react-theming', () =>
  mockHeard(jest.requireActual('@zendeskgarden/react-theming'), ['getColor']),
);
jest.mock('polished', () =>
  mockHeard(jest.requireActual('polished'), ['math', 'em', 'getValueAndUnit', 'hideVisually']),
);

const inBuiltApp = { getColor, math, em, getValueAndUnit, hideVisually } as unknown as Readonly<
  Record<string, Ask>
>;

/** Each of Garden's components that the panel is made of, in every way it is used in and disabled. */
const used: Readonly<Record<string, ReactElement>> = {
  Anchor: (
    <Anchor href="https://example.com" isExternal externalIconLabel="opens elsewhere">
      open
    </Anchor>
  ),
  Button: (
    <>
      <Button size="small">press</Button>
      <Button size="small" isPrimary>
        press
      </Button>
      <Button size="small" disabled>
        press
      </Button>
    </>
  ),
  Field: (
    <Field>
      <Field.Label isRegular>what</Field.Label>
      <Field.Hint>such as this</Field.Hint>
      <Input isCompact validation="error" />
      <Field.Message validation="error">not so</Field.Message>
    </Field>
  ),
  Fieldset: (
    <Fieldset isCompact>
      <Fieldset.Legend>which</Fieldset.Legend>
      <Field>
        <Radio>
          <Field.Label isRegular>this</Field.Label>
          <Field.Hint>such as it is</Field.Hint>
        </Radio>
      </Field>
    </Fieldset>
  ),
  Input: (
    <Field>
      <Field.Label hidden>what</Field.Label>
      <Input isCompact disabled />
    </Field>
  ),
  Radio: (
    <Field>
      <Radio disabled>
        <Field.Label>this</Field.Label>
      </Radio>
    </Field>
  ),
  Textarea: (
    <Field>
      <Field.Label>what</Field.Label>
      <Textarea isCompact isResizable minRows={10} maxRows={24} />
    </Field>
  ),
  Alert: <Alert type="warning">look</Alert>,
};

const schemes = ['light', 'dark'].map((base) => ({
  ...DEFAULT_THEME,
  colors: { ...DEFAULT_THEME.colors, base },
}));

/** Without the space that some libraries put after a comma. */
const spaceless = (said: unknown): unknown =>
  JSON.parse(JSON.stringify(said).replaceAll(/(?<=\d), /g, ','));

test('every component of Garden that the panel imports is listened to', async () => {
  const imports = /import \{([^}]*)\} from '@zendeskgarden\/react-(?!theming)/g;
  const imported = [...(await readFolder(resolve(root, 'src'))).values()].flatMap((file) =>
    [...file.toString().matchAll(imports)].flatMap(([, names = '']) => names.trim().split(/,\s*/)),
  );
  expect(new Set(imported)).toEqual(new Set(Object.keys(used)));
});

test.each(Object.entries(used))('%s looks as with what Garden calls by itself', (_, component) => {
  mockCalls.length = 0;
  for (const theme of schemes) {
    render(<ThemeProvider theme={theme as typeof DEFAULT_THEME}>{component}</ThemeProvider>);
  }
  expect(mockCalls).not.toEqual([]);
  for (const { name, asked, said } of mockCalls) {
    const ours = inBuiltApp[name]?.(...asked);
    expect({ name, said: spaceless(ours) }).toEqual({ name, said: spaceless(said) });
  }
});

test('every colour that the theme has a name for is the one that Garden paints', () => {
  const names = Object.entries(DEFAULT_THEME.colors.variables.light).flatMap(([group, all]) =>
    Object.keys(all).map((name) => `${group}.${name}`),
  );
  const [light, dark] = schemes.map((theme) =>
    names.map((variable) => [variable, getColor({ theme, variable })]),
  );
  const { light: inLight, dark: inDark } = gardenColors(names);
  expect(Object.fromEntries(light ?? [])).toEqual(spaceless(inLight));
  expect(Object.fromEntries(dark ?? [])).toEqual(spaceless(inDark));
});

test('there is no colour that the theme does not name', () => {
  const [theme] = schemes;
  const ask = (asked: object) => getColor({ theme, ...asked } as AskedColor);
  expect(ask({ variable: 'border.default', offset: 50 })).toBeUndefined();
  expect(ask({ hue: 'transparent' })).toBe('transparent');
  expect(ask({ hue: '#1f73b7' })).toBe('#1f73b7');
});

test('every element that the panel or Garden styles is one that styled-components is left with', async () => {
  const libraries = ['buttons', 'forms', 'notifications', 'theming'].map((name) =>
    resolve(root, `node_modules/@zendeskgarden/react-${name}/dist/esm`),
  );
  const files = await Promise.all(
    [resolve(root, 'src'), ...libraries].map((folder) => readFolder(folder)),
  );
  const styled = files.flatMap((folder) =>
    [...folder.values()].flatMap((file) =>
      [...file.toString().matchAll(/\bstyled\.(?!js)(\w+)/g)].map(([, element]) => element),
    ),
  );
  expect(new Set(styled)).toEqual(new Set(styledElements));
});
