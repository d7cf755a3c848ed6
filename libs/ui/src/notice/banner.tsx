import type { ReactElement, ReactNode } from 'react';
import { classes } from '../link.js';
import type { IconName } from '../picture/icon-drawings.js';
import { Icon } from '../picture/icon.js';

/** What a banner is about; sets colour and icon. */
export type BannerKind = 'info' | 'good' | 'note' | 'rain' | 'wait' | 'warm' | 'bad' | 'cancelled' | 'drill';

const LOOKS: Readonly<Record<BannerKind, { readonly icon: IconName; readonly className: string }>> = {
  info: { icon: 'info', className: 'info' },
  good: { icon: 'tick-circle', className: 'good' },
  note: { icon: 'clock', className: 'note' },
  rain: { icon: 'umbrella', className: 'note' },
  wait: { icon: 'people', className: 'wait' },
  warm: { icon: 'hand', className: 'warm' },
  bad: { icon: 'warning', className: 'bad' },
  cancelled: { icon: 'slash', className: 'bad solid' },
  drill: { icon: 'flag', className: 'drill' },
};

export interface BannerProps {
  readonly kind: BannerKind;
  readonly title: ReactNode;
  /** Another drawing than the kind's own, in its colour. */
  readonly icon?: IconName;
  /** Heading level; 2 unless the banner stands inside a section. */
  readonly level?: 2 | 3;
  /** `status` reads a result aloud after an act, `alert` a failure at once; default is a silent note. */
  readonly role?: 'note' | 'status' | 'alert';
  readonly className?: string;
  /** Takes the focus when the page opens; for pages that come from the server. */
  readonly autoFocus?: boolean;
  readonly children?: ReactNode;
}

/** A notice that stays until dealt with. Nothing here vanishes by itself. */
export function Banner({ kind, title, icon, level = 2, role = 'note', className, autoFocus = false, children }: BannerProps): ReactElement {
  const look = LOOKS[kind];
  const Title = `h${level}` as const;
  return (
    <div className={classes('bn', look.className, className)} role={role} {...(autoFocus ? { tabIndex: -1, autoFocus } : {})}>
      <Icon name={icon ?? look.icon} />
      <Title>{title}</Title>
      {children === undefined ? null : <div>{children}</div>}
    </div>
  );
}
