import type { ReactElement } from 'react';
import { classes, plainLink, type RenderLink } from '../link.js';
import type { IconName } from '../picture/icon-drawings.js';
import { Icon } from '../picture/icon.js';

/** A condition to press on or off. */
export interface ChipItem {
  readonly href: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly on?: boolean;
}

export interface ChipsProps {
  /** Name of the group for readers. */
  readonly label: string;
  readonly chips: readonly ChipItem[];
  readonly renderLink?: RenderLink;
}

/** Conditions as links in a row; the chosen ones are marked. */
export function Chips({ label, chips, renderLink = plainLink }: ChipsProps): ReactElement {
  return (
    <nav aria-label={label}>
      <ul className="chips">
        {chips.map((chip) => (
          <li key={`${chip.label} ${chip.href}`}>
            {renderLink({
              href: chip.href,
              className: classes('chip', chip.on && 'on'),
              'aria-current': chip.on ? 'true' : undefined,
              children: (
                <>
                  {chip.icon === undefined ? null : <Icon name={chip.icon} small />}
                  {chip.label}
                </>
              ),
            })}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Ways to look at one thing, joined: 一覧 | 月の表. */
export function Segments({ label, chips, renderLink = plainLink }: ChipsProps): ReactElement {
  return (
    <nav aria-label={label}>
      <div className="seg">
        {chips.map((chip) => (
          <SegmentLink key={chip.href} chip={chip} renderLink={renderLink} />
        ))}
      </div>
    </nav>
  );
}

function SegmentLink({ chip, renderLink }: { readonly chip: ChipItem; readonly renderLink: RenderLink }): ReactElement {
  return (
    <>
      {renderLink({
        href: chip.href,
        'aria-current': chip.on ? 'page' : undefined,
        children: (
          <>
            {chip.icon === undefined ? null : <Icon name={chip.icon} small />}
            {chip.label}
          </>
        ),
      })}
    </>
  );
}
