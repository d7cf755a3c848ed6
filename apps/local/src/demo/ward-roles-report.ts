/** What an operator, a monitor or a tester gets: ids, addresses and ready sessions. Development only. */
export interface WardRolesReport {
  organisations: { id: string; name: string }[];
  roles: Record<string, { personId: string; email: string; headers: { cookie: string; 'x-form-token': string } }>;
  events: Record<string, { id: string; slug: string; frames: { id: string; capacity: number | null }[]; shifts: { id: string; capacity: number }[] }>;
}
