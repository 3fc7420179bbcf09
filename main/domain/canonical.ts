export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };

/**
 * One text for one meaning: JSON with sorted keys, no spaces, members that are undefined left out.
 * Hashes are taken over this text, so it must never change for the same value.
 */
export function canonical(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonical(member)}`);
  }
  return `{${members.join(',')}}`;
}
