import type { z } from 'zod';
import { nearest } from '../text/nearest.ts';
import type { Diagnostic, DiagnosticCode } from './diagnostic.ts';
import { jsonSchema } from './schema.ts';
import type { Path, YamlSource } from './source.ts';

/**
 * Holds a YAML file against its shape. Every deviation becomes a diagnostic at its place.
 * @returns the value when it has the shape.
 */
export function validate<Schema extends z.ZodType>(
  source: YamlSource,
  schema: Schema,
  diagnostics: Diagnostic[],
): z.infer<Schema> | undefined {
  diagnostics.push(...source.diagnostics);
  if (source.value === undefined) return undefined;
  const result = schema.safeParse(source.value);
  if (result.success) return result.data;
  for (const issue of flatten(result.error.issues)) {
    diagnostics.push(...toDiagnostics(issue, source));
  }
  return undefined;
}

type Issue = z.core.$ZodIssue;

/** An alternative that has the right type says more than "none of the alternatives fits". */
function flatten(issues: readonly Issue[], base: Path = []): Issue[] {
  return issues.flatMap((issue): Issue[] => {
    const path = [...base, ...issue.path];
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      const fits = issue.errors.find((errors) =>
        errors.every((inner) => inner.code !== 'invalid_type' || inner.path.length > 0),
      );
      if (fits) return flatten(fits, path);
    }
    if (issue.code === 'invalid_key') return flatten(issue.issues, path);
    return [{ ...issue, path }];
  });
}

function toDiagnostics(issue: Issue, source: YamlSource): Diagnostic[] {
  const { file } = source;
  const error = (
    code: DiagnosticCode,
    message: string,
    range: ReturnType<YamlSource['locate']>,
    hint?: string,
  ): Diagnostic => ({ code, severity: 'error', message, file, range, ...(hint && { hint }) });
  const here = source.locate(issue.path);
  const name = fieldName(issue.path);
  const value = valueAt(source.value, issue.path);

  const missing = (): Diagnostic => {
    const range = source.locateKey(issue.path.slice(0, -1));
    const options = optionsOf(issue);
    const choice = options.length > 0 ? ` (one of ${options.join(', ')})` : '';
    const hint = `Add it: ${last(issue.path)}: …${choice}`;
    return error('missing-field', `${name} is missing.`, range, hint);
  };
  if (value === undefined && mayBeMissing.has(issue.code)) return [missing()];

  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const [meant] = nearest(key, missingFirst(source, issue.path), 1);
        const hint = meant
          ? `Did you mean "${meant}"?`
          : 'Delete it; the format has no such field.';
        const range = source.locateKey([...issue.path, key]);
        return error('unknown-field', `Unknown field "${key}".`, range, hint);
      });
    case 'invalid_type':
      return [
        error(
          'wrong-type',
          `${name} should be ${article(issue.expected)}, not ${describe(value)}.`,
          here,
          issue.expected === 'string' ? 'Put the text in quotes.' : undefined,
        ),
      ];
    case 'invalid_union': {
      if (!('discriminator' in issue) || !issue.discriminator) {
        return [error('wrong-type', `${name} has none of the allowed shapes.`, here)];
      }
      return [oneOf(optionsOf(issue))];
    }
    case 'invalid_value':
      if (last(issue.path) === 'format') {
        return [error('bad-value', `format should be 1, not ${describe(value)}.`, here)];
      }
      return [oneOf(issue.values.map(String))];
    case 'too_small':
      return [error('bad-value', `${name} ${tooSmall(issue)}.`, here)];
    case 'too_big':
      return [error('bad-value', `${name} is too large: at most ${issue.maximum}.`, here)];
    case 'invalid_format': {
      const isId = issue.message.startsWith('An id');
      return [error(isId ? 'bad-id' : 'bad-value', `${name} is malformed.`, here, issue.message)];
    }
    case 'custom': {
      const unsafe = issue.params?.['code'] === 'control-character';
      const hint = unsafe ? 'Delete it, or describe it in words.' : undefined;
      return [error(unsafe ? 'control-character' : 'bad-value', issue.message, here, hint)];
    }
    default:
      return [error('bad-value', `${name}: ${issue.message}.`, here)];
  }

  function oneOf(options: readonly string[]): Diagnostic {
    const [meant] = nearest(String(value), options, 1);
    const hint = meant ? `Did you mean "${meant}"?` : undefined;
    const message = `${name} should be one of ${options.join(', ')}, not ${describe(value)}.`;
    return error('bad-value', message, here, hint);
  }
}

/** What zod says of a field that is not there depends on what should have been. */
const mayBeMissing = new Set(['invalid_type', 'invalid_union', 'invalid_value']);

function optionsOf(issue: Issue): string[] {
  if ('options' in issue && Array.isArray(issue.options)) return issue.options.map(String);
  return issue.code === 'invalid_value' ? issue.values.map(String) : [];
}

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>): string {
  if (issue.origin === 'string') return 'is empty';
  if (issue.origin === 'array')
    return `needs at least ${issue.minimum} ${issue.minimum === 1 ? 'entry' : 'entries'}`;
  return `is too small: ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
}

/** `questions[2].ask`: as one would point at it in the file. */
function fieldName(path: Path): string {
  const name = path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${String(part)}`))
    .join('');
  return name.replace(/^\./, '') || 'The file';
}

function last(path: Path): string {
  return String(path.at(-1) ?? '');
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((found, part) => {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, part))
      return undefined;
    return Reflect.get(found, part);
  }, value);
}

function describe(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function article(type: string): string {
  const names: Record<string, string> = {
    ...{ string: 'text', array: 'a list', object: 'a mapping', record: 'a mapping' },
    ...{ int: 'a whole number', number: 'a number', boolean: 'true or false' },
  };
  return names[type] ?? type;
}

/** The fields that a misspelt key may have meant: those that its object still lacks come first. */
function missingFirst(source: YamlSource, path: Path): string[] {
  const present = valueAt(source.value, path);
  const has = (field: string) =>
    typeof present === 'object' && present !== null && Object.hasOwn(present, field);
  return allFields().filter((field) => !has(field));
}

let fields: string[] | undefined;
function allFields(): string[] {
  if (fields) return fields;
  const names = new Set<string>();
  const collect = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return;
    const properties = Reflect.get(schema, 'properties');
    if (typeof properties === 'object' && properties !== null) {
      for (const name of Object.keys(properties)) names.add(name);
    }
    Object.values(schema).forEach(collect);
  };
  collect(jsonSchema('curriculum'));
  collect(jsonSchema('topic'));
  fields = [...names];
  return fields;
}
