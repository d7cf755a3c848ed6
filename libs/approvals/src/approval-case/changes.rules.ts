/** One field that differs between two revisions. `field` is a path such as `frames.0.capacity`. */
export interface Change {
  field: string;
  before: unknown;
  after: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * What changed between two snapshots, field by field, in the order of the newer one. Lists of things
 * with an `id` or a `key` are compared thing by thing, so that an inserted row does not make all
 * later rows look changed.
 */
export function changesBetween(before: unknown, after: unknown, path = ''): Change[] {
  if (Array.isArray(before) && Array.isArray(after)) return changesBetween(byKey(before), byKey(after), path);
  if (isObject(before) && isObject(after)) {
    const fields = [...new Set([...Object.keys(after), ...Object.keys(before)])];
    return fields.flatMap((field) => changesBetween(before[field], after[field], path ? `${path}.${field}` : field));
  }
  return JSON.stringify(before ?? null) === JSON.stringify(after ?? null) ? [] : [{ field: path, before: before ?? null, after: after ?? null }];
}

function byKey(list: unknown[]): Record<string, unknown> {
  return Object.fromEntries(
    list.map((item, index) => {
      const own = isObject(item) ? (item.id ?? item.key) : undefined;
      return [typeof own === 'string' ? own : String(index), item];
    }),
  );
}
