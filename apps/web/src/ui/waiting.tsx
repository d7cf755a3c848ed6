import { Button } from '@yoriai/ui';
import { useEffect, useState, type ReactElement } from 'react';
import { t } from '../i18n.js';

const QUIET_MS = 300;
const LONG_MS = 2_000;
const TOO_LONG_MS = 10_000;

type Stage = 'quiet' | 'bars' | 'words' | 'long';

interface WaitingProps {
  /** Part of a screen that is drawn already: no higher than it has to be. */
  readonly inside?: boolean;
  readonly onRetry?: () => void;
}

/** Nothing for a moment, then bars, then words, then a way out: a fast answer never flickers. */
export function Waiting({ inside = false, onRetry }: WaitingProps): ReactElement {
  const [stage, setStage] = useState<Stage>('quiet');
  useEffect(() => {
    const timers = [
      setTimeout(() => setStage('bars'), QUIET_MS),
      setTimeout(() => setStage('words'), LONG_MS),
      setTimeout(() => setStage('long'), TOO_LONG_MS),
    ];
    return () => timers.forEach(clearTimeout);
  }, []);
  const className = inside ? 'wait-in' : 'wait-in all';
  if (stage === 'quiet') return <div className={className} />;
  return (
    <div className={className} role="status">
      <div className="bones" aria-hidden="true">
        <i />
        <i />
        <i />
      </div>
      {stage === 'bars' ? null : <p className="sub mt4">{t(stage === 'long' ? 'app.wait.long' : 'app.wait.words')}</p>}
      {stage === 'long' && onRetry ? (
        <Button type="button" kind="outline" size="m" onClick={onRetry}>
          {t('app.retry')}
        </Button>
      ) : null}
    </div>
  );
}
