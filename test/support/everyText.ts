import type * as z from 'zod';
import { type CallName, contract } from '#contract/contract';

/* Every field of every call that takes text, found in the contract itself: what is added there is tried as well. */

/** One text field: where it is, its own schema, and an input of the call that holds a given text there. */
export type TextField = { call: CallName; path: string; key: string; schema: z.ZodType; holding(text: string): object };

/** What a field holds while another is tried, by its name. */
export type Samples = Readonly<Record<string, unknown>>;

type Found = { path: string; key: string; schema: z.ZodType; put(text: string): unknown };
type Def = {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  options?: z.ZodType[];
  in?: z.ZodType;
  entries?: Record<string, string>;
  values?: unknown[];
};

const defOf = (schema: z.ZodType) => schema.def as unknown as Def;

export function textFields(samples: () => Samples): TextField[] {
  return (Object.keys(contract) as CallName[]).flatMap((call) =>
    fieldsIn(contract[call].input, '', '', samples).map(({ path, key, schema, put }) => ({
      call,
      path: `${call}${path}`,
      key,
      schema,
      holding: (text: string) => put(text) as object,
    })),
  );
}

function fieldsIn(schema: z.ZodType, key: string, path: string, samples: () => Samples): Found[] {
  const def = defOf(schema);
  switch (def.type) {
    case 'string':
      return [{ path, key, schema, put: (text) => text }];
    case 'object':
      return Object.entries(def.shape ?? {}).flatMap(([name, member]) =>
        fieldsIn(member, name, `${path}.${name}`, samples).map((found) => ({
          ...found,
          put: (text: string) => ({ ...(sampleOf(schema, key, samples()) as object), [name]: found.put(text) }),
        })),
      );
    case 'array':
      return inner(def.element, key, `${path}[]`, samples).map((found) => ({
        ...found,
        put: (text: string) => [found.put(text)],
      }));
    case 'union':
      return (def.options ?? []).flatMap((option, place) =>
        fieldsIn(option, key, `${path}${'shape' in option.def ? `(${place + 1})` : ''}`, samples),
      );
    default:
      return inner(def.innerType ?? def.in, key, path, samples);
  }
}

const inner = (schema: z.ZodType | undefined, ...about: [string, string, () => Samples]) =>
  schema ? fieldsIn(schema, ...about) : [];

/** Something that a schema takes: by its field's name where there is a sample, or else the plainest. */
function sampleOf(schema: z.ZodType, key: string, samples: Samples): unknown {
  const def = defOf(schema);
  if (key in samples && schema.safeParse(samples[key]).success) return samples[key];
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape ?? {})
          .filter(([, member]) => !member.safeParse(undefined).success)
          .map(([name, member]) => [name, sampleOf(member, name, samples)]),
      );
    case 'array':
      return def.element && !schema.safeParse([]).success ? [sampleOf(def.element, key, samples)] : [];
    case 'union':
      return def.options?.[0] && sampleOf(def.options[0], key, samples);
    case 'enum':
      return Object.values(def.entries ?? {})[0];
    case 'literal':
      return def.values?.[0];
    case 'string':
      return 'x';
    case 'number':
      return [0, 1, 100].find((number) => schema.safeParse(number).success);
    case 'boolean':
      return true;
    case 'record':
      return {};
    default:
      return (def.innerType ?? def.in) ? sampleOf((def.innerType ?? def.in) as z.ZodType, key, samples) : undefined;
  }
}
