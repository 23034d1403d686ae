import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { parse } from 'yaml';

const file = resolve(__dirname, '../../../../shared/contracts/mailgun.openapi.yaml');

interface Operation {
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content | undefined>>;
}
interface Content {
  readonly content: { readonly 'application/json': { readonly schema: object } };
}
interface Description {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, Operation | undefined>> | undefined>
  >;
  readonly components: { readonly schemas: Record<string, object> };
}

/** Complaints of Mailgun's own API description about a value; none where it is as described. */
export interface MailgunContract {
  request(method: 'get' | 'post', path: string, body: unknown): readonly string[];
  answer(method: 'get' | 'post', path: string, status: number, body: unknown): readonly string[];
}

/** The description is another project's and stays outside this repository: `undefined` where it is not there. */
export function mailgunContract(): MailgunContract | undefined {
  if (!existsSync(file)) return undefined;
  const { paths, components } = parse(readFileSync(file, 'utf8')) as Description;
  const schemas = { ...components.schemas, ...corrections(components.schemas) };
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  // Sizes of numbers only; what matters here is the shape.
  for (const format of ['int32', 'int64', 'float']) ajv.addFormat(format, true);

  const operation = (method: string, path: string): Operation => {
    const found = paths[path]?.[method];
    if (!found) throw new Error(`${method} ${path} is not described`);
    return found;
  };
  const complaints = (content: Content | undefined, value: unknown, what: string) => {
    if (!content) return [`${what} is not described`];
    const { schema } = content.content['application/json'];
    const validate = ajv.compile({ ...schema, components: { schemas } });
    validate(value);
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath} ${message ?? ''}`,
    );
  };
  return {
    request: (method, path, body) =>
      complaints(operation(method, path).requestBody, body, 'a body'),
    answer: (method, path, status, body) =>
      complaints(operation(method, path).responses[String(status)], body, `status ${status}`),
  };
}

/** The description calls a date of the lists an object; its own examples, the recordings and the client have text. */
function corrections(schemas: Record<string, object>): Record<string, object> {
  const withTextDates = Object.entries(schemas).flatMap(([name, schema]) => {
    const { properties } = schema as { properties?: Record<string, object> };
    return properties?.created_at
      ? [
          [
            name,
            { ...schema, properties: { ...properties, created_at: { type: 'string' } } },
          ] as const,
        ]
      : [];
  });
  return Object.fromEntries(withTextDates);
}
