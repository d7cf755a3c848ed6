import { refuse } from '../refusal.js';

/** The ETag of a version number. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/**
 * Guards an edit: the editor must name the version they saw. Refuses `platform.precondition-needed`
 * (428) without it and `platform.stale` (412) when somebody was faster; the answer then carries what
 * stands there now (`current`), so that a screen can lay both side by side.
 */
export function requireIfMatch(header: string | undefined, version: number, current: unknown): void {
  if (!header) refuse('platform.precondition-needed', { status: 428 });
  const given = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (!given.includes(etagOf(version))) refuse('platform.stale', { status: 412, extra: { current, version } });
}
