import type { ButtonHTMLAttributes, ReactElement, ReactNode } from 'react';
import { classes, plainLink, type RenderLink } from '../link.js';
import type { IconName } from '../picture/icon-drawings.js';
import { Icon } from '../picture/icon.js';

/** Filled = the one next step of the screen, outline = others, text = least, stop = stopping things. */
export type ButtonKind = 'filled' | 'outline' | 'text' | 'stop';

/** 56, 48 or 44 px high; `answer` is 72. */
export type ButtonSize = 'm' | 's' | 'answer';

interface Look {
  readonly kind?: ButtonKind;
  readonly size?: ButtonSize;
  /** As wide as its column. */
  readonly wide?: boolean;
  readonly icon?: IconName;
  /** Words read before the label where many buttons share one label (「受付：この当番に入る」). */
  readonly about?: string;
  readonly children: ReactNode;
}

const KINDS = { filled: undefined, outline: 'o', text: 't', stop: 'bad' } as const;

function look({ kind = 'filled', size, wide }: Look): string {
  return classes('btn', KINDS[kind], size === 'answer' ? 'yes' : size, wide && 'w') ?? 'btn';
}

function Inside({ icon, about, children }: Look): ReactElement {
  return (
    <>
      {icon ? <Icon name={icon} /> : null}
      {about ? <span className="vh">{about}</span> : null}
      {children}
    </>
  );
}

export type ButtonProps = Look & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'className'>;

/** A button. There is no disabled one: let people press, then explain. */
export function Button({
  kind,
  size,
  wide,
  icon,
  about,
  children,
  type = 'submit',
  ...rest
}: ButtonProps): ReactElement {
  const parts = { kind, size, wide, icon, about, children } as Look;
  return (
    <button {...rest} type={type} className={look(parts)}>
      <Inside {...parts} />
    </button>
  );
}

export interface LinkButtonProps extends Look {
  readonly href: string;
  readonly renderLink?: RenderLink;
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function LinkButton({ href, renderLink = plainLink, ...parts }: LinkButtonProps): ReactElement {
  return <>{renderLink({ href, className: look(parts), children: <Inside {...parts} /> })}</>;
}

export interface MoreLinkProps {
  readonly href: string;
  readonly renderLink?: RenderLink;
  readonly children: ReactNode;
}

/** A bold link with an arrow, 44 px high: 「すべて見る」. */
export function MoreLink({ href, renderLink = plainLink, children }: MoreLinkProps): ReactElement {
  return (
    <>
      {renderLink({
        href,
        className: 'more',
        children: (
          <span>
            {children}
            <Icon name="arrow" small />
          </span>
        ),
      })}
    </>
  );
}
