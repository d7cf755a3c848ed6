import { Button } from '@yoriai/ui';
import { useState, type ReactElement } from 'react';
import { t } from '../i18n.js';

/** Puts words where they can be pasted from, and says so. Where the browser does not let us, nothing is claimed: the words stand beside it to be marked. */
export function CopyButton({ words, label, about }: { readonly words: string; readonly label: string; readonly about?: string }): ReactElement {
  const [copied, setCopied] = useState<boolean>();
  const copy = (): void => {
    const done = navigator.clipboard?.writeText(words) ?? Promise.reject(new Error('no clipboard'));
    done.then(() => setCopied(true), () => setCopied(false));
  };
  return (
    <>
      <Button type="button" kind="outline" size="m" {...(about === undefined ? {} : { about })} onClick={copy}>
        {label}
      </Button>
      <span role="status" className="sub">
        {copied === undefined ? null : t(copied ? 'app.copied' : 'app.copied.not')}
      </span>
    </>
  );
}
