import { ErrorSummary } from '@yoriai/ui';
import { useEffect, useRef, type MouseEvent, type ReactElement } from 'react';
import { t } from '../i18n.js';

/** What to put right, above a form. Takes the focus when it appears; each line puts it into its box. */
export function FormErrors({ errors }: { readonly errors: Readonly<Record<string, string>> }): ReactElement | null {
  const box = useRef<HTMLDivElement>(null);
  const rows = Object.entries(errors).map(([field, text]) => ({ field, text }));
  const said = rows.map((row) => row.field).join(' ');
  useEffect(() => {
    if (said !== '') box.current?.querySelector<HTMLElement>('[role="alert"]')?.focus();
  }, [said]);
  const lead = (event: MouseEvent): void => {
    const href = (event.target as HTMLElement).closest('a')?.getAttribute('href');
    const target = href ? document.getElementById(decodeURIComponent(href.slice(1))) : null;
    if (!target) return;
    event.preventDefault();
    // What is folded away can have no focus.
    for (let fold = target.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
    target.scrollIntoView({ block: 'center' });
    target.focus({ preventScroll: true });
  };
  if (rows.length === 0) return null;
  return (
    <div ref={box} onClick={lead}>
      <ErrorSummary t={t} errors={rows} />
    </div>
  );
}
