import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { InstrumenterContext } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
  type CompleteDryRunResult,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
} from '@stryker-mutator/api/test-runner';
import { buildSync } from 'esbuild';
import { expect } from 'expect';
import { describe, getState, it, resetState, test } from 'jest-circus';
import { JSDOM } from 'jsdom';

/**
 * Runs a room's jest specs for Stryker in one process. Jest begins anew for every change, which took hours for a thousand
 * of them. Here the specs are one script; only those run that reach the change, and only for a change that is made
 * while a file loads is the script begun anew. jest-circus collects the specs (`describe`, `each`); the specs of these
 * rooms have no hooks, mocks or timers, and one that had would end the first run.
 */
interface Spec {
  readonly id: string;
  readonly fileName: string;
  readonly run: () => unknown;
}

type Block = ReturnType<typeof getState>['rootDescribeBlock'];

const room = process.env['ROOM'] ?? 'diagnosis';
/** Slow, over generated evidence (the others have to do without them); and one that breaks a module for its whole file. */
const leftOut = ['properties.spec.ts', 'arrival-order.spec.ts', 'catalogue.spec.ts'];

/** What the changed code asks which change is active, and tells what it reached. */
const context: { [Key in keyof InstrumenterContext]: InstrumenterContext[Key] | undefined } = {};
/** All of a document that the replies need. */
const { DOMParser } = new JSDOM().window;
Object.assign(globalThis, { __stryker__: context, describe, it, test, expect, DOMParser });

class InProcess implements TestRunner {
  private bundle: ReturnType<typeof bundleSpecs> | undefined;
  private specs: readonly Spec[] | undefined;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun(): Promise<DryRunResult> {
    const { tests } = await runAll(this.load(), false);
    return context.mutantCoverage
      ? { status: DryRunStatus.Complete, tests, mutantCoverage: context.mutantCoverage }
      : {
          status: DryRunStatus.Error,
          errorMessage: 'The specs reached nothing of what is changed.',
        };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, disableBail, hitLimit, mutantActivation, testFilter } = options;
    if (options.reloadEnvironment) this.specs = undefined;
    context.hitLimit = hitLimit;
    context.hitCount = hitLimit === undefined ? undefined : 0;
    context.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    const specs = this.load();
    context.activeMutant = activeMutant.id;
    const reached = testFilter && new Set(testFilter);
    const result = await runAll(
      reached ? specs.filter(({ id }) => reached.has(id)) : specs,
      !disableBail,
    );
    const endless = determineHitLimitReached(context.hitCount, context.hitLimit);
    return toMutantRunResult(endless ?? result, disableBail);
  }

  private load(): readonly Spec[] {
    this.bundle ??= bundleSpecs();
    this.specs ??= collect(this.bundle());
    return this.specs;
  }
}

/** Stryker's copy of the project, which it makes the working folder after this file was loaded. */
const inCopy = (path: string) => join(process.cwd(), path);

/** The room's specs and all they import, as a function that gives each spec file when asked. */
function bundleSpecs(): () => Readonly<Record<string, () => unknown>> {
  const files = readdirSync(inCopy(`spec/${room}`))
    .filter((name) => name.endsWith('.spec.ts') && !leftOut.includes(name))
    .map((name) => JSON.stringify(`./spec/${room}/${name}`));
  const { outputFiles } = buildSync({
    stdin: {
      contents: `require('./spec/support/setup.ts');
        module.exports = { ${files.map((file) => `${file}: () => require(${file})`).join()} };`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    write: false,
  });
  const script = new Script(`(function (module, require) {${outputFiles[0]?.text ?? ''}\n})`);
  const require = createRequire(inCopy('package.json'));
  return () => {
    const module = { exports: {} };
    (script.runInThisContext() as (...inside: unknown[]) => void)(module, require);
    return module.exports;
  };
}

function collect(files: Readonly<Record<string, () => unknown>>): readonly Spec[] {
  return Object.entries(files).flatMap(([name, load]) => {
    resetState();
    try {
      load();
    } catch (error) {
      const run = () => {
        throw error;
      };
      return [{ id: `${name} loads`, fileName: inCopy(name), run }];
    }
    return specsIn(getState().rootDescribeBlock, inCopy(name), name);
  });
}

function specsIn(block: Block, fileName: string, path: string): readonly Spec[] {
  return block.children.flatMap((child, index) => {
    const id = `${path} > ${child.name}`;
    if (child.type === 'describeBlock') return specsIn(child, fileName, id);
    // Two may have one name, and Stryker tells them apart by it.
    return { id: `${id} (${index + 1})`, fileName, run: child.fn as () => unknown };
  });
}

/** What turned red last comes first, then what is quick: most changes turn such a spec red, which ends the run. */
const took = new Map<string, number>();
const reddestFirst = (one: Spec, other: Spec) =>
  (took.get(one.id) ?? 0) - (took.get(other.id) ?? 0);

async function runAll(specs: readonly Spec[], bail: boolean): Promise<CompleteDryRunResult> {
  const tests: TestResult[] = [];
  for (const { id, fileName, run } of [...specs].sort(reddestFirst)) {
    context.currentTestId = id;
    const started = performance.now();
    const failureMessage = await failureOf(run);
    const timeSpentMs = performance.now() - started;
    took.set(id, failureMessage === undefined ? timeSpentMs : -started);
    const result = { id, name: id, fileName, timeSpentMs };
    if (failureMessage === undefined) tests.push({ ...result, status: TestStatus.Success });
    else tests.push({ ...result, status: TestStatus.Failed, failureMessage });
    if (bail && failureMessage !== undefined) break;
  }
  context.currentTestId = undefined;
  return { status: DryRunStatus.Complete, tests };
}

async function failureOf(run: () => unknown): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return String(error);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcess)];
