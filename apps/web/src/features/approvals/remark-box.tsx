import { Button, TextArea } from '@yoriai/ui';
import { useState, type ReactElement } from 'react';
import { t } from '../../i18n.js';
import type { ComparedRow } from '../events/changes.js';
import { fieldOfRow } from '../events/remarks.js';
import type { Remarks } from './use-remarks.js';

/** A small mark beside an answer: a word to the host about this one thing, sent when it is handed back. */
export function RemarkBox({ row, remarks }: { readonly row: ComparedRow; readonly remarks: Remarks }): ReactElement {
  const field = fieldOfRow(row.id);
  const text = remarks.of(field);
  const [open, setOpen] = useState(text !== '');
  if (!open) {
    return (
      <Button type="button" kind="text" size="s" icon="chat" title={t('app.remark.write')} onClick={() => setOpen(true)}>
        <span className="vh">
          {t('app.remark.write')}（{row.term}）
        </span>
      </Button>
    );
  }
  return (
    <TextArea
      t={t}
      name={`remark-${row.id.replace(' ', '-')}`}
      label={t('app.remark.about', { term: row.term })}
      need="silent"
      rows={2}
      maxLength={500}
      autoFocus={text === ''}
      value={text}
      onChange={(box) => remarks.write(field, box.target.value)}
    />
  );
}
