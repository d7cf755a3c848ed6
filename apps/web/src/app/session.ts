import type { MeAnswer, WardAnswer } from '@yoriai/api-client';
import { createContext, useContext, useEffect, useState } from 'react';

/** Who uses the App, and where. */
export interface Session {
  readonly me: MeAnswer;
  readonly ward: WardAnswer;
  /** Milliseconds between this device's clock and the server's. */
  readonly clockOffset: number;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** Who is signed in. Screens stand inside the shell, which lets nobody else in. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('A screen stands outside the shell');
  return session;
}

/** The level of rights asked for, such as `staff`. */
export function useLevel(level: MeAnswer['levels'][number]): boolean {
  return useSession().me.levels.includes(level);
}

const MINUTE = 60_000;

/** The server's time, new every minute. */
export function useNow(): Date {
  const { clockOffset } = useSession();
  const [now, setNow] = useState(() => Date.now() + clockOffset);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() + clockOffset), MINUTE);
    return () => clearInterval(timer);
  }, [clockOffset]);
  return new Date(now);
}
