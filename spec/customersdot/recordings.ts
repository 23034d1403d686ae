import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Recording {
  readonly name: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
  readonly meta: {
    readonly server_env: {
      readonly AUTH: 'headers' | 'token' | 'redirect';
      readonly ABILITY?: string;
    };
  };
}

const folder = join(__dirname, '../recordings/rails-admin');

/** Every exchange recorded with a real RailsAdmin. */
export const recordings: readonly Recording[] = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => ({
    name: file.replace(/\.json$/, ''),
    ...(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Omit<Recording, 'name'>),
  }));

export function recordingOf(name: string): Recording {
  const recording = recordings.find((recorded) => recorded.name === name);
  if (!recording) throw new Error(`No recording ${name}`);
  return recording;
}
