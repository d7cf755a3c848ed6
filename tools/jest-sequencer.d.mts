/** The test files that take longest, the longest first. */
export const LONGEST: readonly string[];
