import { Button, TextArea } from '@yoriai/ui';
import { useState, type ReactElement } from 'react';
import { dropDraft, keepDraft, readDraft } from '../../app/drafts.js';
import { sentence, t } from '../../i18n.js';

interface WordBoxProps {
  readonly name: string;
  /** Where the words are kept until they are sent, so that nothing else that is pressed loses them. */
  readonly draft: string;
  readonly label: string;
  readonly hint?: string;
  /** A paper lies by that says it, so words need not be. */
  readonly optional?: boolean;
  readonly pending: boolean;
  readonly onSend: (words: string) => void;
  readonly onLeave: () => void;
}

/** A few words before something is said to the other side, or not after all. */
export function WordBox({ name, draft, label, hint, optional = false, pending, onSend, onLeave }: WordBoxProps): ReactElement {
  const [words, setWords] = useState(() => readDraft<string>(draft) ?? '');
  const [pressed, setPressed] = useState(false);
  const missing = !optional && words.trim() === '';
  return (
    <form
      onSubmit={(submitted) => {
        submitted.preventDefault();
        setPressed(true);
        if (missing) return;
        dropDraft(draft);
        onSend(words.trim());
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
        value={words}
        onChange={({ target }) => {
          setWords(target.value);
          keepDraft(draft, target.value);
        }}
      />
      <div className="btns mt3">
        <Button type="submit" size="m">
          {pending ? t('app.sending') : t('app.condition.send')}
        </Button>
        <Button type="button" kind="text" size="m" onClick={() => {
            dropDraft(draft);
            onLeave();
          }}>
          {t('app.not-now')}
        </Button>
      </div>
    </form>
  );
}
