import type { ReactElement, ReactNode } from 'react';
import { classes } from '../link.js';
import type { IconName } from '../picture/icon-drawings.js';
import { Icon } from '../picture/icon.js';
import type { TextParams, Translate } from '../texts/translate.js';
import { statusLooks, type Status, type Tone } from './status.js';

export interface BadgeProps {
  readonly icon: IconName;
  readonly tone?: Tone;
  readonly children: ReactNode;
}

/** Icon, word and colour together: for words that are no state of the list (「あと7日」). */
export function Badge({ icon, tone = 'plain', children }: BadgeProps): ReactElement {
  return (
    <span className={classes('bd', tone !== 'plain' && tone)}>
      <Icon name={icon} />
      <span>{children}</span>
    </span>
  );
}

export interface StatusBadgeProps {
  readonly t: Translate;
  readonly status: Status;
  /** Values of the word: `help-count` and `people-short` need `count`, `due` and `overdue` need `date`. */
  readonly params?: TextParams;
}

/** A state as icon + word + colour. */
export function StatusBadge({ t, status, params }: StatusBadgeProps): ReactElement {
  const look = statusLooks[status];
  return (
    <Badge icon={look.icon} tone={look.tone}>
      {t(look.word, params)}
    </Badge>
  );
}
