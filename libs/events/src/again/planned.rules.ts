import type { FieldError } from '@yoriai/platform';
import { framesOf } from '../contest/contest.mapper.js';
import type { Division } from '../contest/contest.rules.js';
import type { FrameEntity } from '../frame/frame.entity.js';
import type { PlannedDivision } from './planned.dto.js';

/** Divisions that name no frame of the request, or one that nobody applies for. */
export function plannedErrors(divisions: readonly PlannedDivision[], frames: readonly FrameEntity[]): FieldError[] {
  const known = new Set(framesOf(frames).map(({ id }) => id));
  return divisions.flatMap(({ frame }, index): FieldError[] => (known.has(frames[frame]?.id ?? '') ? [] : [{ field: `contest.divisions.${index}.frame`, code: 'contest.frame-unknown' }]));
}

/** The divisions on the frames as they were made; only of what {@link plannedErrors} has nothing against. */
export function plannedOn(divisions: readonly PlannedDivision[], frames: readonly FrameEntity[]): Division[] {
  return divisions.flatMap(({ frame, name, unit }) => {
    const frameId = frames[frame]?.id;
    return frameId === undefined ? [] : [{ frameId, name, unit }];
  });
}
