import { Button, TextArea } from '@yoriai/ui';
import { useState, type ReactElement } from 'react';
import { sentence, t } from '../../i18n.js';
import type { KeptText } from '../../ui/use-draft.js';

interface WordBoxProps {
  readonly name: string;
  /** The words, kept until the answer to their sending has come: nothing that is pressed and no broken line loses them. */
  readonly words: KeptText<string>;
  readonly label: string;
  readonly hint?: string;
  /** A paper lies by that says it, so words need not be. */
  readonly optional?: boolean;
  readonly pending: boolean;
  readonly onSend: (words: string) => void;
  readonly onLeave: () => void;
}

/** A few words before something is said to the other side, or not after all. */
export function WordBox({ name, words, label, hint, optional = false, pending, onSend, onLeave }: WordBoxProps): ReactElement {
  const [pressed, setPressed] = useState(false);
  const missing = !optional && words.value.trim() === '';
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault();
        setPressed(true);
        if (!missing) onSend(words.value.trim());
      }}
    >
      <TextArea
        t={t}
        name={name}
        label={label}
        need={optional ? 'optional' : 'silent'}
        {...(hint === undefined ? {} : { hint })}
        {...(pressed && missing ? { error: sentence('approval.words-required') } : {})}
        rows={3}
        maxLength={1000}
        autoFocus
        value={words.value}
        onChange={({ target }) => words.write(target.value)}
      />
      <div className="btns mt3">
        <Button type="submit" size="m">
          {pending ? t('app.sending') : t('app.condition.send')}
        </Button>
        <Button
          type="button"
          kind="text"
          size="m"
          onClick={() => {
            words.sent();
            onLeave();
          }}
        >
          {t('app.not-now')}
        </Button>
      </div>
    </form>
  );
}
