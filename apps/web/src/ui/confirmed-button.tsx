import { Button, type IconName } from '@yoriai/ui';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { t } from '../i18n.js';
import { useOneQuestion } from './one-question.js';

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
  /** Told when the question opens and closes, for a form around it that has a 「やめておく」 of its own. */
  readonly onAsked?: (asked: boolean) => void;
}

/**
 * A step everybody will see: the first press asks, the second does it, 「やめておく」 goes back.
 * One question stands on a screen at a time. Another label is another question, which nobody has been asked yet: a second press on an old one does nothing.
 */
export function ConfirmedButton(props: ConfirmedButtonProps): ReactElement {
  return <Question key={props.label} {...props} />;
}

function Question({ label, kind = 'filled', icon, what, ready, onYes, pending = false, onAsked }: ConfirmedButtonProps): ReactElement {
  const { asked, ask, close } = useOneQuestion();
  const [left, setLeft] = useState(false);
  const parts = icon === undefined ? {} : { icon };
  useEffect(() => onAsked?.(asked), [asked, onAsked]);
  if (!asked) {
    return (
      <Button type="button" kind={kind} autoFocus={left} onClick={() => (ready?.() ?? true) && ask()} {...parts}>
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
            close();
            setLeft(true);
          }}
        >
          {t('app.not-now')}
        </Button>
      </div>
    </div>
  );
}
