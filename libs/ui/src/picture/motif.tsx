import type { ReactElement } from 'react';
import { classes } from '../link.js';
import { motifDrawings } from './motif-drawings.js';

/** The six activity fields of a ward's area councils. */
export type ActivityField = keyof typeof motifDrawings;

/** The fields in the order people know them. */
export const ACTIVITY_FIELDS = [
  'bousai',
  'kodomo',
  'fukushi',
  'kenkou',
  'kankyo',
  'bunka',
] as const satisfies readonly ActivityField[];

/** True when the text names one of the six fields. */
export function isActivityField(name: string): name is ActivityField {
  return Object.hasOwn(motifDrawings, name);
}

export interface MotifProps {
  /** One of the six; an unknown name gives the picture of `fukushi` (two cups of tea). */
  readonly field: string;
  /** 44 px (`s`), 68 px (default) or 112 px (`l`). `bare` draws the picture without its tile. */
  readonly size?: 's' | 'm' | 'l' | 'bare';
}

/** The picture of an activity field. Stands beside a title, so readers skip it. */
export function Motif({ field, size = 'm' }: MotifProps): ReactElement {
  const drawing = (
    <svg
      viewBox="0 0 120 120"
      aria-hidden="true"
      focusable="false"
      dangerouslySetInnerHTML={{ __html: motifDrawings[isActivityField(field) ? field : 'fukushi'] }}
    />
  );
  if (size === 'bare') return drawing;
  return <span className={classes('mo', size !== 'm' && size)}>{drawing}</span>;
}
