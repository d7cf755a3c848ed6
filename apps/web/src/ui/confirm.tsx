import { Button } from '@yoriai/ui';
import { useState, type ReactElement, type ReactNode } from 'react';
import { t } from '../i18n.js';

export interface ConfirmProps {
  /** On the first button. */
  readonly label: string;
  /** Whom or what it is about, for readers. */
  readonly about?: string;
  /** The question of the second step. */
  readonly question: ReactNode;
  /** On the second button. */
  readonly yes: string;
  readonly onYes: () => void;
  readonly pending?: boolean;
  /** In long lists the first button is only words. */
  readonly quiet?: boolean;
}

/** Something that can't be taken back asks once more, in place; 「やめる」 goes back, and so does the focus. */
export function Confirm({ label, about, question, yes, onYes, pending = false, quiet = false }: ConfirmProps): ReactElement {
  const [asked, setAsked] = useState(false);
  const [thought, setThought] = useState(false);
  if (!asked) {
    return (
      <Button type="button" kind={quiet ? 'text' : 'stop'} size="s" autoFocus={thought} onClick={() => setAsked(true)} {...(about ? { about } : {})}>
        {label}
      </Button>
    );
  }
  return (
    <div className="ask" role="group" aria-label={label}>
      <p>{question}</p>
      <div className="btns mt2">
        <Button type="button" kind="stop" size="s" autoFocus onClick={onYes}>
          {pending ? t('app.sending') : yes}
        </Button>
        <Button
          type="button"
          kind="text"
          size="s"
          onClick={() => {
            setThought(true);
            setAsked(false);
          }}
        >
          {t('app.not-now')}
        </Button>
      </div>
    </div>
  );
}
