import type { Browser } from '@playwright/test';
import type { Applicant } from '../../town/applying.js';
import { inDays, type Day } from '../../town/days.js';
import { Someone } from '../../town/someone.js';
import { sql } from '../../town/sql.js';

/** What the steps hand on to one another. */
export interface Story {
  browser: Browser;
  title: string;
  day: Day;
  id: string;
  slug: string;
  chair: Someone;
  staff: Someone;
  approver: Someone;
  hanako: Applicant;
  jiro: Applicant;
  saburo: Applicant;
}

/** A concert of its own for each run, so that runs on one town don't meet. */
export async function begin(browser: Browser): Promise<Story> {
  const [row] = await sql<{ n: number }>("select count(*)::int + 1 as n from events.event where title like '靱公園バラ園コンサート 第%'");
  const n = row?.n ?? 1;
  const someone = (name: string, kana: string, letters: string, heads: number): Applicant => ({ name, kana, email: `${letters}-${n}@example.jp`, heads });
  return {
    browser,
    title: `靱公園バラ園コンサート 第${n}回`,
    day: inDays(12),
    id: '',
    slug: '',
    chair: await Someone.at(browser),
    staff: await Someone.at(browser),
    approver: await Someone.at(browser),
    hanako: someone('山田 はな子', 'やまだ はなこ', 'hanako', 2),
    jiro: someone('鈴木 次郎', 'すずき じろう', 'jiro', 1),
    saburo: someone('北村 三郎', 'きたむら さぶろう', 'saburo', 1),
  };
}
