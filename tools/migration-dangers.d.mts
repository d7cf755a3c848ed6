/** What the migration would do to a ward that runs while it comes: `danger table` for each. */
export function dangersIn(source: string): string[];
