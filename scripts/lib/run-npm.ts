import { spawn } from 'node:child_process';

export interface Ran {
  readonly succeeded: boolean;
  readonly output: string;
  readonly milliseconds: number;
}

/** Runs one of package.json's scripts and keeps what it prints; `show`: shows it as it is printed. */
export function runNpm(script: string, env: NodeJS.ProcessEnv, show: boolean): Promise<Ran> {
  const npm = process.env.npm_execpath;
  const [command, ...first] = npm === undefined ? ['npm'] : [process.execPath, npm];
  const started = performance.now();
  return new Promise((done) => {
    const child = spawn(command, [...first, 'run', '--silent', script], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const finish = (succeeded: boolean) => {
      done({ succeeded, output, milliseconds: performance.now() - started });
    };
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (show) process.stdout.write(chunk);
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (show) process.stderr.write(chunk);
    });
    child.on('error', (error) => {
      console.error(error.message);
      finish(false);
    });
    child.on('close', (code) => {
      finish(code === 0);
    });
  });
}
