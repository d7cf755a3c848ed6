import { Button, TextArea } from '@yoriai/ui';
import { useState, type ReactElement } from 'react';
import { t } from '../../i18n.js';

export interface DeclineFormProps {
  /** Of whom it is, so that each box has a name of its own. */
  readonly id: string;
  readonly pending: boolean;
  readonly onYes: (words: string | null) => void;
  readonly onNo: () => void;
}

/** Declining: what they will read in any case, and room for a word of the host's own. */
export function DeclineForm({ id, pending, onYes, onNo }: DeclineFormProps): ReactElement {
  const [words, setWords] = useState('');
  return (
    <div className="ask note mt3" role="group" aria-label={t('app.choosing.decline')}>
      <p>{t('app.choosing.decline.fixed')}</p>
      <TextArea
        t={t}
        name={`words-${id}`}
        need="optional"
        rows={2}
        maxLength={300}
        label={t('app.choosing.decline.words')}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <div className="btns mt2">
        <Button type="button" size="m" onClick={() => onYes(words.trim() || null)}>
          {t(pending ? 'app.sending' : 'app.choosing.decline.yes')}
        </Button>
        <Button type="button" kind="text" size="s" onClick={onNo}>
          {t('app.not-now')}
        </Button>
      </div>
    </div>
  );
}
