/** A page as a browser without scripts gets it. */
export interface ShownPage {
  status: number;
  path: string;
  html: string;
  headers: Record<string, string>;
  location: string | undefined;
}

/** A form of a page: where it goes, and what it would send untouched. */
export interface PageForm {
  action: string;
  fields: Record<string, string>;
}

/** A browser without scripts: keeps cookies, follows links, fills in forms, names the origin of what it sends. `origin: undefined` makes it one of the old ones that don't. */
export class Browser {
  readonly cookies = new Map<string, { value: string; path: string }>();

  constructor(
    private readonly origin: string,
    private readonly headers: Record<string, string | undefined> = {},
  ) {}

  /** Opens a page; redirects are not followed. */
  open(path: string, headers: Record<string, string> = {}): Promise<ShownPage> {
    return this.send({ method: 'GET', url: path, headers });
  }

  /** Sends a form. */
  async post(path: string, fields: Record<string, string>): Promise<ShownPage> {
    const payload = new URLSearchParams(fields).toString();
    return this.send({ method: 'POST', url: path, payload, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  }

  /** Sends JSON to the API. */
  json(path: string, body: unknown): Promise<ShownPage> {
    return this.send({ method: 'POST', url: path, payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
  }

  /** Fills in a form of a page and sends it. */
  submit(page: ShownPage, action: string, fields: Record<string, string> = {}): Promise<ShownPage> {
    const form = formOf(page, action);
    return this.post(form.action, { ...form.fields, ...fields });
  }

  /** Goes where a redirect leads. */
  follow(page: ShownPage): Promise<ShownPage> {
    if (!page.location) throw new Error(`${page.path} answered ${page.status} without a way on:\n${page.html}`);
    return this.open(page.location);
  }

  private async send(request: { method: 'GET' | 'POST'; url: string; payload?: string; headers: Record<string, string> }): Promise<ShownPage> {
    const path = request.url.split('?')[0] ?? '';
    const sent = [...this.cookies].filter(([, cookie]) => path === cookie.path || path.startsWith(cookie.path.replace(/\/?$/, '/')));
    const cookie = sent.map(([name, { value }]) => `${name}=${value}`).join('; ');
    const own = request.method === 'POST' ? { origin: this.origin } : {};
    const all = { ...own, ...this.headers, ...request.headers, ...(cookie === '' ? {} : { cookie }) };
    const headers = Object.entries(all).filter((header): header is [string, string] => header[1] !== undefined);
    const answer = await fetch(new URL(request.url, this.origin), { method: request.method, headers, redirect: 'manual', body: request.payload ?? null });
    for (const set of answer.headers.getSetCookie()) this.keep(set);
    const location = answer.headers.get('location') ?? undefined;
    return { status: answer.status, path: request.url, html: await answer.text(), headers: Object.fromEntries(answer.headers), location };
  }

  private keep(set: string): void {
    const [pair = '', ...attributes] = set.split('; ');
    const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    const path = attributes.find((each) => each.startsWith('Path='))?.slice('Path='.length) ?? '/';
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, { value, path });
  }
}

/** The form of a page that goes to this address, with the values it holds. */
export function formOf(page: ShownPage, action: string): PageForm {
  const forms = [...page.html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)];
  const found = forms.find(([, attributes]) => attribute(attributes ?? '', 'action') === action);
  if (!found) throw new Error(`${page.path} (${page.status}) has no form to ${action}:\n${page.html}`);
  const inputs = [...(found[2] ?? '').matchAll(/<input\b[^>]*>/g)].map(([tag]) => tag);
  const sent = inputs.filter((tag) => !/type="(radio|checkbox)"/.test(tag) || /\bchecked=""/.test(tag));
  const fields = sent.map((tag): [string, string] => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? '']);
  return { action, fields: Object.fromEntries([...fields, ...chosen(found[2] ?? '')]) };
}

function chosen(html: string): [string, string][] {
  return [...html.matchAll(/<select\b([^>]*)>(.*?)<\/select>/gs)].map(([, attributes, options]) => {
    const all = [...(options ?? '').matchAll(/<option\b[^>]*>/g)].map(([tag]) => tag);
    const option = all.find((tag) => tag.includes('selected')) ?? all[0] ?? '';
    return [attribute(attributes ?? '', 'name') ?? '', attribute(option, 'value') ?? ''];
  });
}

function attribute(tag: string, name: string): string | undefined {
  const text = new RegExp(`\\s${name}="([^"]*)"`).exec(` ${tag}`)?.[1];
  return text?.replace(/&amp;/g, '&').replace(/&quot;/g, '"').replace(/&#x27;/g, "'").replace(/&lt;/g, '<').replace(/&gt;/g, '>');
}
