import { Button, type IconName } from '@yoriai/ui';
import { useState, type ReactElement, type ReactNode } from 'react';
import { t } from '../i18n.js';

export interface ConfirmedButtonProps {
  readonly label: string;
  /** Of the first button. */
  readonly kind?: 'filled' | 'outline' | 'stop';
  readonly icon?: IconName;
  /** What will happen, below the question. */
  readonly what?: ReactNode;
  /** Says no to the first press, where something is missing; the form tells what. */
  readonly ready?: () => boolean;
  readonly onYes: () => void;
  readonly pending?: boolean;
}

/**
 * A step everybody will see: the first press asks, the second does it, 「やめておく」 goes back.
 * Another label is another question, which nobody has been asked yet: a second press on an old one does nothing.
 */
export function ConfirmedButton(props: ConfirmedButtonProps): ReactElement {
  return <Question key={props.label} {...props} />;
}

function Question({ label, kind = 'filled', icon, what, ready, onYes, pending = false }: ConfirmedButtonProps): ReactElement {
  const [asked, setAsked] = useState(false);
  const [left, setLeft] = useState(false);
  const parts = icon === undefined ? {} : { icon };
  if (!asked) {
    return (
      <Button type="button" kind={kind} autoFocus={left} onClick={() => setAsked(ready?.() ?? true)} {...parts}>
        {label}
      </Button>
    );
  }
  return (
    <div className={kind === 'stop' ? 'ask sure' : 'ask note sure'} role="group" aria-label={label}>
      <p className="strong">{t('app.sure', { label })}</p>
      {what === undefined ? null : <p className="mt1">{what}</p>}
      <div className="btns mt3">
        <Button type="button" kind={kind === 'stop' ? 'stop' : 'filled'} autoFocus onClick={onYes} {...parts}>
          {pending ? t('app.sending') : t('app.sure.yes', { label })}
        </Button>
        <Button
          type="button"
          kind="text"
          onClick={() => {
            setAsked(false);
            setLeft(true);
          }}
        >
          {t('app.not-now')}
        </Button>
      </div>
    </div>
  );
}
